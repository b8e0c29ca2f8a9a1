package io.microwallet.eventstore.log;

/**
 * The last row of a log, as far as the next one stands on it.
 *
 * @param position of the row's first event
 * @param recordedAt microseconds
 */
public record Head(long position, int events, long recordedAt, byte[] chain) {
    /** Before the first row: the chain is the genesis. */
    public static Head empty(byte[] genesis) {
        return new Head(0, 0, 0, genesis);
    }

    /** The position of its last event; -1 for an empty log. */
    public long last() {
        return position + events - 1;
    }

    public long next() {
        return position + events;
    }
}
