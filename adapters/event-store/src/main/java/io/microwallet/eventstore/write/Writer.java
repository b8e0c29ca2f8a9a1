package io.microwallet.eventstore.write;

import io.microwallet.eventstore.index.DurableRow;
import io.microwallet.eventstore.index.Tail;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The committing thread, and the thread that tells callers afterwards. */
public final class Writer {
    private static final long DRAIN_MILLIS = 10_000;

    private final CommitPipeline pipeline;
    private final Committer committer;
    private final Thread thread;
    private final ExecutorService answers = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("answers").factory());

    /** {@code published} hears of each durable row, before those who wait for it. */
    public Writer(
            int partition,
            CommitPipeline pipeline,
            WriterSessions sessions,
            Opening.Opened opened,
            Tail tail,
            InstantSource clock,
            CommitSteps steps,
            Consumer<List<DurableRow>> published) {
        this.pipeline = pipeline;
        this.committer =
                new Committer(partition, pipeline, sessions, opened.session(), tail, clock, steps, answers, published);
        this.thread = Thread.ofPlatform().name("commits").unstarted(committer);
    }

    /** The lock is heard from once more before anyone is served: indexing what was left may have taken a while. */
    public void start() {
        committer.probe();
        thread.start();
    }

    /** Ends it for good, whatever is in flight. */
    public void stop(String why) {
        committer.stop(why);
    }

    /** Commits what is in flight, for ten seconds at most, and gives the lock back. */
    public void close() throws InterruptedException {
        pipeline.drain(DRAIN_MILLIS);
        committer.close();
        thread.join(DRAIN_MILLIS);
        answers.shutdown();
    }
}
