package io.microwallet.core.popup;

import java.time.Instant;

/** From when to when; at the instant that it ends it is over. */
public record Window(Instant opens, Instant closes) {
    /** @throws IllegalArgumentException unless it ends after it begins */
    public Window {
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("a window closes after it opens");
        }
    }

    public boolean isOver(Instant at) {
        return !at.isBefore(closes);
    }
}
