package io.microwallet.eventstore.log;

/** The positions of one row's events, or of its last ones; both ends are in it. */
public record Span(long first, long last) {
    public int events() {
        return Math.toIntExact(last - first + 1);
    }
}
