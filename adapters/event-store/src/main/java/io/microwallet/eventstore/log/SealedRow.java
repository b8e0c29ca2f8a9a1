package io.microwallet.eventstore.log;

import org.jspecify.annotations.Nullable;

/**
 * A row that is ready to be sent, and sent again: its bytes never change once it is sealed.
 *
 * @param body holds the JSON array in its first {@code length} bytes
 * @param genesis of the very first row only
 */
public record SealedRow(
        int partition,
        long position,
        int events,
        long recordedAt,
        byte[] body,
        int length,
        int[] ends,
        byte[] root,
        byte[] chain,
        byte @Nullable [] genesis,
        Head previous) {
    public Head head() {
        return new Head(position, events, recordedAt, chain);
    }
}
