package io.microwallet.api.batch;

import io.microwallet.core.request.AbsentException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work on many items at once, a bounded number of them at a time. */
final class SideBySide {
    /** As many as are decided in one group. */
    static final int AT_ONCE = 64;

    private SideBySide() {}

    /** The results in the order of the work. What the first of them in that order throws is thrown, when all are over. */
    static <T> List<T> run(List<? extends Callable<T>> work) throws AbsentException {
        var results = new ArrayList<T>(work.size());
        for (var from = 0; from < work.size(); from += AT_ONCE) {
            var chunk = work.subList(from, Math.min(work.size(), from + AT_ONCE));
            List<Future<T>> done;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                done = chunk.stream().map(threads::<T>submit).toList();
            }
            for (var i = 0; i < done.size(); i++) {
                results.add(result(from + i, done.get(i)));
            }
        }
        return results;
    }

    private static <T> T result(int index, Future<T> done) throws AbsentException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case AbsentException absent -> throw absent.of(index);
                case RuntimeException broken -> throw broken;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
