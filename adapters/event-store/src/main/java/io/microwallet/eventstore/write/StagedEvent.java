package io.microwallet.eventstore.write;

import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.codec.JsonBuffer;

/**
 * An event that was decided and serialised, but is not in a row yet: its JSON stands between two bytes of the group's buffer.
 *
 * @param decidedAt microseconds by the machine's clock, whatever its ledger's shows
 */
public record StagedEvent(RecordedEvent recorded, long decidedAt, JsonBuffer json, int from, int to) {
    public int length() {
        return to - from;
    }
}
