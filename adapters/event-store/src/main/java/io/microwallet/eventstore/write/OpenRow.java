package io.microwallet.eventstore.write;

import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.codec.JsonBuffer;
import io.microwallet.eventstore.codec.Micros;
import io.microwallet.eventstore.log.Chain;
import io.microwallet.eventstore.log.Head;
import io.microwallet.eventstore.log.MerkleTree;
import io.microwallet.eventstore.log.SealedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The next row while it grows: the deciding thread serialises and hashes into it while PostgreSQL commits the one before. */
final class OpenRow {
    static final int BYTES_MAX = 1 << 20;
    private static final int BRACKETS = 2;

    private final JsonBuffer body = new JsonBuffer(BYTES_MAX);
    private final MerkleTree tree = new MerkleTree();
    private int[] ends = new int[1_024];
    private List<RecordedEvent> events = new ArrayList<>();
    private List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private boolean closed;
    private long decidedAt;

    void add(StagedEvent event) {
        body.raw(events.isEmpty() ? '[' : ',');
        var from = body.length();
        body.raw(event.json().array(), event.from(), event.length());
        tree.add(body.array(), from, body.length() - from);
        if (events.size() == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        ends[events.size()] = body.length();
        events.add(event.recorded());
        decidedAt = Math.max(decidedAt, event.decidedAt());
    }

    /** Whether an empty row has room for events of so many bytes, without their commas. */
    static boolean holds(int events, int bytes) {
        return bytes + events + BRACKETS <= BYTES_MAX;
    }

    /** Whether so many bytes of events, commas included, still fit. */
    boolean hasRoomFor(int bytes) {
        return !closed && body.length() + bytes + BRACKETS <= BYTES_MAX;
    }

    /** Takes no more events than it has. */
    void close() {
        closed = true;
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** Position of its last event. */
    long last() {
        return events.getLast().position();
    }

    List<RecordedEvent> events() {
        return events;
    }

    /** Completed once the row is durable, or thrown away. */
    void await(CompletableFuture<Void> future) {
        waiting.add(future);
    }

    List<CompletableFuture<Void>> waiting() {
        return waiting;
    }

    /**
     * Fixes the row on top of a head. It is recorded now, never before the row under it, and never before what is in it was
     * decided: so the last row's time is the floor of every decision to come, across restarts and fail-overs. Its bytes are shared
     * with this row: {@link #clear} it only when they are durable.
     */
    SealedRow seal(int partition, Head previous, Instant now, byte @Nullable [] genesis) {
        body.raw(']');
        var recordedAt = Math.max(Micros.floor(now), Math.max(previous.recordedAt(), decidedAt));
        var root = tree.root();
        var position = previous.next();
        var chain = Chain.next(previous.chain(), partition, position, events.size(), recordedAt, root);
        return new SealedRow(
                partition,
                position,
                events.size(),
                recordedAt,
                body.array(),
                body.length(),
                Arrays.copyOf(ends, events.size()),
                root,
                chain,
                genesis,
                previous);
    }

    void clear() {
        body.truncate(0);
        tree.clear();
        events = new ArrayList<>();
        waiting = new ArrayList<>();
        decidedAt = 0;
        closed = false;
    }
}
