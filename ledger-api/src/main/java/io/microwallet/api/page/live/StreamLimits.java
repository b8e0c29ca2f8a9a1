package io.microwallet.api.page.live;

import java.time.Duration;

/**
 * Bounds of the streams.
 *
 * @param heartbeat at the latest after this long something is sent, and a reader that has gone is noticed
 * @param life after this long a stream ends, and the browser opens the next
 */
public record StreamLimits(int perLinkMax, int overallMax, Duration heartbeat, Duration life) {
    public static final StreamLimits DEFAULT =
            new StreamLimits(6, 10_000, Duration.ofSeconds(15), Duration.ofMinutes(30));
}
