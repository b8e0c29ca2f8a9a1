package io.microwallet.api.page.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts attempts by key over a window of time, for at most {@link #KEYS_MAX} keys at once: the oldest is forgotten first. */
public final class Attempts {
    static final int KEYS_MAX = 100_000;

    private final int max;
    private final Duration window;
    private final InstantSource clock;
    private final Map<Object, Count> counts = new LinkedHashMap<>();

    private record Count(int made, Instant ends) {}

    public Attempts(int max, Duration window, InstantSource clock) {
        this.max = max;
        this.window = window;
        this.clock = clock;
    }

    /** How long a key has to wait before its next attempt; zero if it need not. */
    public synchronized Duration wait(Object key) {
        var count = counts.get(key);
        var left = count == null ? Duration.ZERO : Duration.between(clock.instant(), count.ends());
        return count == null || count.made() < max || left.isNegative() ? Duration.ZERO : left;
    }

    public synchronized void made(Object key) {
        var now = clock.instant();
        var before = counts.get(key);
        if (before != null && before.ends().isAfter(now)) {
            counts.put(key, new Count(before.made() + 1, before.ends()));
        } else {
            counts.remove(key);
            forgetOldest();
            counts.put(key, new Count(1, now.plus(window)));
        }
    }

    /** Insertion order is also the order in which the windows end. */
    private void forgetOldest() {
        if (counts.size() >= KEYS_MAX) {
            var oldest = counts.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
