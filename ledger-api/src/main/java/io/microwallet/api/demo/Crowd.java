package io.microwallet.api.demo;

import io.microwallet.api.cli.service.CommandFailed;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Many who do something at the same moment. */
final class Crowd {
    /** As many connections as a machine surely has. */
    private static final int CONNECTIONS_MAX = 400;

    private Crowd() {}

    /** Starts all of them at once and waits for each; the results are in the order of the acts. */
    static <T> List<T> together(List<Callable<T>> acts) throws InterruptedException {
        var connections = new Semaphore(CONNECTIONS_MAX);
        try (var everyone = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = acts.stream()
                    .map(act -> everyone.submit(() -> connected(connections, act)))
                    .toList();
            return begun.stream().map(Crowd::result).toList();
        }
    }

    private static <T> T connected(Semaphore connections, Callable<T> act) throws Exception {
        connections.acquire();
        try {
            return act.call();
        } finally {
            connections.release();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CommandFailed failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
