package io.microwallet.api.batch;

import io.microwallet.api.http.call.WriteCall;
import io.microwallet.core.request.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** One batch is worked on by one call at a time: two that went on with it together would break its order. */
final class RunningBatches {
    private final ConcurrentHashMap<RequestId, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

    /** Waits for its turn, until the call's deadline at most; empty where it never came, or where the work gives nothing. */
    <T> Optional<T> alone(WriteCall call, Supplier<Optional<T>> work) {
        var mine = new CompletableFuture<Void>();
        for (var other = running.putIfAbsent(call.id(), mine);
                other != null;
                other = running.putIfAbsent(call.id(), mine)) {
            if (!ended(other, call.deadline())) {
                return Optional.empty();
            }
        }
        try {
            return work.get();
        } finally {
            running.remove(call.id());
            mine.complete(null);
        }
    }

    private static boolean ended(CompletableFuture<Void> other, Instant deadline) {
        try {
            var left = Duration.between(Instant.now(), deadline).toMillis();
            other.get(Math.max(0, left), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("it only ever completes", e);
        }
    }
}
