package io.microwallet.eventstore.log;

import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.codec.EventCodec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row as it stands in the log; nothing in it is checked until it is asked for. */
public record LogRow(
        int partition,
        long position,
        int events,
        long recordedAt,
        byte[] body,
        int[] ends,
        byte[] root,
        byte[] chain,
        byte @Nullable [] genesis) {
    public Head head() {
        return new Head(position, events, recordedAt, chain);
    }

    public long last() {
        return position + events - 1;
    }

    /** The byte at which an event begins, counted from 0 within the row. */
    public int start(int index) {
        return index == 0 ? 1 : ends[index - 1] + 1;
    }

    /** @throws IllegalArgumentException unless the bytes are exactly that event */
    public RecordedEvent event(int index) {
        return EventCodec.read(body, start(index), ends[index], position + index);
    }

    public List<RecordedEvent> decoded() {
        var decoded = new ArrayList<RecordedEvent>(events);
        for (var i = 0; i < events; i++) {
            decoded.add(event(i));
        }
        return decoded;
    }

    /** The root that its bytes have, whatever the row says. */
    public byte[] computedRoot() {
        var tree = new MerkleTree();
        for (var i = 0; i < events; i++) {
            tree.add(body, start(i), ends[i] - start(i));
        }
        return tree.root();
    }

    /** The chain that this row has after {@code previous}, whatever it says itself. */
    public byte[] computedChain(byte[] previous) {
        return Chain.next(previous, partition, position, events, recordedAt, computedRoot());
    }
}
