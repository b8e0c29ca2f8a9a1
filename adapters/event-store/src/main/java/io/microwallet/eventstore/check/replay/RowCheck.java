package io.microwallet.eventstore.check.replay;

import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import io.microwallet.eventstore.codec.EventCodec;
import io.microwallet.eventstore.codec.JsonBuffer;
import io.microwallet.eventstore.log.Chain;
import io.microwallet.eventstore.log.LogRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether each row stands on the one before, and holds exactly what was hashed. */
public final class RowCheck {
    private static final int BUFFER_BYTES = 4_096;

    private final Findings findings;
    private final JsonBuffer again = new JsonBuffer(BUFFER_BYTES);
    private final Map<LedgerId, Instant> lastAt = new HashMap<>();
    private long next;
    private long recordedAt;
    private byte @Nullable [] chain;

    public RowCheck(Findings findings) {
        this.findings = findings;
    }

    /** The row's events; empty where they cannot all be read. */
    public Optional<List<RecordedEvent>> check(LogRow row) {
        checkPosition(row);
        var whole = isWhole(row);
        if (whole && !Arrays.equals(row.computedRoot(), row.root())) {
            findings.add(
                    FindingKind.ROOT_DIFFERS, row.position(), "the row's events are not the ones that were hashed");
        }
        checkChain(row);
        checkRecordedAt(row);
        next = Math.max(0, row.position() + row.ends().length);
        return whole && row.position() >= 0 ? events(row) : Optional.empty();
    }

    private void checkPosition(LogRow row) {
        if (row.position() > next) {
            findings.add(
                    FindingKind.POSITION_MISSING,
                    next,
                    "positions %d to %d are not in the log".formatted(next, row.position() - 1));
        } else if (row.position() < next) {
            findings.add(
                    FindingKind.POSITION_TAKEN_TWICE,
                    row.position(),
                    "a row begins here, and the row before reaches to " + (next - 1));
        }
    }

    /** Whether the events can be told from each other. */
    private boolean isWhole(LogRow row) {
        if (row.events() != row.ends().length) {
            findings.add(
                    FindingKind.EVENT_COUNT_WRONG,
                    row.position(),
                    "the row says %d events and has the ends of %d".formatted(row.events(), row.ends().length));
            return false;
        }
        if (!isFramed(row)) {
            findings.add(
                    FindingKind.BODY_NOT_CANONICAL,
                    row.position(),
                    "the events do not stand where the row says they end");
            return false;
        }
        return true;
    }

    /** What stands between the events is in no hash: it has to be exactly brackets and commas. */
    private static boolean isFramed(LogRow row) {
        var body = row.body();
        var ends = row.ends();
        if (ends.length == 0 || body.length < 2 || body[0] != '[' || ends[ends.length - 1] != body.length - 1) {
            return false;
        }
        for (var i = 0; i < ends.length; i++) {
            var isInside = row.start(i) < ends[i] && ends[i] < body.length;
            if (!isInside || body[ends[i]] != (i == ends.length - 1 ? ']' : ',')) {
                return false;
            }
        }
        return true;
    }

    private void checkChain(LogRow row) {
        var previous = row.position() == 0 ? row.genesis() : chain;
        if (previous != null && !Arrays.equals(chainAfter(previous, row), row.chain())) {
            findings.add(
                    FindingKind.CHAIN_BROKEN, row.position(), "the row's chain does not follow from the row before");
        }
        chain = row.chain();
    }

    private static byte[] chainAfter(byte[] previous, LogRow row) {
        return Chain.next(previous, row.partition(), row.position(), row.events(), row.recordedAt(), row.root());
    }

    private void checkRecordedAt(LogRow row) {
        if (row.recordedAt() < recordedAt) {
            findings.add(
                    FindingKind.RECORDED_AT_BACKWARDS, row.position(), "the row was recorded before the one before it");
        }
        recordedAt = row.recordedAt();
    }

    private Optional<List<RecordedEvent>> events(LogRow row) {
        var events = new ArrayList<RecordedEvent>(row.events());
        for (var i = 0; i < row.events(); i++) {
            var event = event(row, i);
            if (event.isEmpty()) {
                return Optional.empty();
            }
            events.add(event.get());
        }
        return Optional.of(events);
    }

    // Whatever a changed byte makes the types refuse, it is the event that is wrong, and not this program.
    private Optional<RecordedEvent> event(LogRow row, int index) {
        try {
            var event = row.event(index);
            checkText(row, index, event);
            checkAt(event);
            return Optional.of(event);
        } catch (RuntimeException e) {
            findings.add(FindingKind.EVENT_UNREADABLE, row.position() + index, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void checkText(LogRow row, int index, RecordedEvent event) {
        again.truncate(0);
        EventCodec.write(again, event);
        if (!Arrays.equals(again.array(), 0, again.length(), row.body(), row.start(index), row.ends()[index])) {
            findings.add(
                    FindingKind.BODY_NOT_CANONICAL, event.position(), "the event is not written as we would write it");
        }
    }

    private void checkAt(RecordedEvent event) {
        var last = lastAt.put(event.ledger(), event.at());
        if (last != null && event.at().isBefore(last)) {
            findings.add(FindingKind.AT_BACKWARDS, event.position(), "decided before the ledger's event before it");
        }
    }
}
