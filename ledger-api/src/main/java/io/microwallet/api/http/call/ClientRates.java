package io.microwallet.api.http.call;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.problem.ProblemException;
import io.microwallet.core.client.ClientId;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/** How many calls each client may send a second; known clients only, so that strangers cannot make it grow. */
public final class ClientRates {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final RateLimiterConfig config;
    private final ConcurrentHashMap<ClientId, RateLimiter> limiters = new ConcurrentHashMap<>();

    public ClientRates(int callsPerSecond) {
        this.config = RateLimiterConfig.custom()
                .limitForPeriod(callsPerSecond)
                .limitRefreshPeriod(PERIOD)
                .timeoutDuration(Duration.ZERO)
                .build();
    }

    /** Counts one call; a 429 beyond the rate. */
    public void take(ClientId client) {
        if (!limiters.computeIfAbsent(client, id -> RateLimiter.of(id.text(), config))
                .acquirePermission()) {
            throw new ProblemException(ProblemCode.TOO_MANY_REQUESTS
                    .problem("This client may send " + config.getLimitForPeriod() + " calls a second.")
                    .retryAfter((int) PERIOD.toSeconds()));
        }
    }
}
