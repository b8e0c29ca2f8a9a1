package io.microwallet.eventstore.decide;

import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.decision.EntityId;
import io.microwallet.eventstore.write.CommitPipeline;
import io.microwallet.eventstore.write.Lease;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Brings states into memory before they are decided over or read, on the caller's thread and never on the deciding one. */
public final class Warmth {
    private static final long DURABLE_SECONDS_MAX = 5;

    private final EntityCache cache;
    private final CommitPipeline pipeline;
    private final Lease lease;
    private final History history;

    /** Reads a thing's durable history. */
    @FunctionalInterface
    public interface History {
        EntityCache.Loaded load(EntityId<?> id);
    }

    public Warmth(EntityCache cache, CommitPipeline pipeline, Lease lease, History history) {
        this.cache = cache;
        this.pipeline = pipeline;
        this.lease = lease;
        this.history = history;
    }

    void check() {
        lease.check();
    }

    void warm(List<EntityId<?>> needed) {
        needed.forEach(this::known);
    }

    private Known known(EntityId<?> id) {
        return cache.get(id, () -> {
            // What is in flight now was decided before anybody could tell this load of it: wait until it can be
            // read.
            var start = pipeline.start();
            awaitDurable(start, start.position() - 1);
            return history.load(id);
        });
    }

    /** The newest state, once everything in it is durable. @throws BooksUnavailableException */
    public Known durable(EntityId<?> id) {
        while (true) {
            lease.check();
            var start = pipeline.start();
            var known = known(id);
            awaitDurable(start, known.position());
            if (!pipeline.isStale(start)) {
                lease.check();
                return known;
            }
        }
    }

    private void awaitDurable(CommitPipeline.Start since, long position) {
        try {
            pipeline.whenDurable(since, position).get(DURABLE_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BooksUnavailableException("interrupted");
        } catch (ExecutionException | CompletionException | TimeoutException e) {
            throw new BooksUnavailableException("what it is based on is not durable");
        }
    }
}
