package io.microwallet.simulator;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/**
 * One kind of call to the processor, within its limits. Charges and look-ups have one each: when charges get no answer, it
 * is the look-ups that must get through.
 */
final class GuardedCalls {
    private static final int ANSWER_BYTES_MAX = 64 * 1_024;
    private static final int HALF_OPEN_CALLS = 3;

    private final HttpClient http;
    private final TimeLimiter limiter;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final Retry retry;

    GuardedCalls(String name, HttpClient http, ProcessorLimits limits) {
        this.http = http;
        this.limiter = TimeLimiter.of(name, limiterConfig(limits));
        this.bulkhead = Bulkhead.of(name, bulkheadConfig(limits));
        this.breaker = CircuitBreaker.of(name, breakerConfig(limits));
        this.retry = Retry.of(name, retryConfig(limits));
    }

    /** @throws NoAnswerException where there is none that counts: none in time, half of one, or a 5xx */
    HttpResponse<byte[]> send(HttpRequest request) throws NoAnswerException, InterruptedException {
        try {
            return guarded(request).call();
        } catch (IOException | TimeoutException | CallNotPermittedException | BulkheadFullException e) {
            throw new NoAnswerException(e);
        } catch (AcquirePermissionCancelledException _) {
            throw new InterruptedException("while waiting for a turn");
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("no such failure is thrown by a call", e);
        }
    }

    CircuitBreaker.State breaker() {
        return breaker.getState();
    }

    private Callable<HttpResponse<byte[]>> guarded(HttpRequest request) {
        var once = TimeLimiter.decorateFutureSupplier(
                limiter,
                () -> http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX)));
        var limited = Bulkhead.decorateCallable(bulkhead, () -> withoutFault(once.call()));
        // The breaker counts calls, not tries: what a second try mends is no sign of a processor in trouble.
        return CircuitBreaker.decorateCallable(breaker, Retry.decorateCallable(retry, limited));
    }

    private static HttpResponse<byte[]> withoutFault(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() >= 500) {
            throw new IOException("the processor answered " + answer.statusCode());
        }
        return answer;
    }

    private static TimeLimiterConfig limiterConfig(ProcessorLimits limits) {
        return TimeLimiterConfig.custom()
                .timeoutDuration(limits.timeout())
                .cancelRunningFuture(true)
                .build();
    }

    private static BulkheadConfig bulkheadConfig(ProcessorLimits limits) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(limits.callsMax())
                .maxWaitDuration(limits.timeout())
                .build();
    }

    private static CircuitBreakerConfig breakerConfig(ProcessorLimits limits) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(
                        limits.breakerWindow(),
                        limits.breakerWindow(),
                        CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .waitDurationInOpenState(limits.breakerOpen())
                .permittedNumberOfCallsInHalfOpenState(HALF_OPEN_CALLS)
                .clock(limits.clock())
                // A full bulkhead and a thread that is told to stop say nothing of the processor.
                .ignoreExceptions(
                        BulkheadFullException.class,
                        AcquirePermissionCancelledException.class,
                        InterruptedException.class)
                .build();
    }

    private static RetryConfig retryConfig(ProcessorLimits limits) {
        // Every call carries its key, so a second try is safe. After a timeout it would only wait as long again.
        return RetryConfig.custom()
                .maxAttempts(limits.triesMax())
                .intervalFunction(IntervalFunction.of(limits.retryPause()))
                .retryExceptions(IOException.class)
                .build();
    }
}
