package io.microwallet.eventstore.write;

import io.microwallet.eventstore.index.DurableRow;
import io.microwallet.eventstore.index.Tail;
import io.microwallet.eventstore.log.Head;
import io.microwallet.eventstore.log.LogTable;
import io.microwallet.eventstore.log.SealedRow;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits one row after the other, and settles what became of one whose answer was lost. */
public final class Committer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final long PROBE_MILLIS = 200;
    private static final long RETRY_NANOS = 100_000_000;

    private final int partition;
    private final CommitPipeline pipeline;
    private final WriterSessions sessions;
    private final Lease lease;
    private final Tail tail;
    private final InstantSource clock;
    private final CommitSteps steps;
    private final Executor answers;
    private final Consumer<List<DurableRow>> published;
    private WriterSession session;
    private Head head;
    private long probedAt;
    private volatile boolean closing;

    Committer(
            int partition,
            CommitPipeline pipeline,
            WriterSessions sessions,
            WriterSession session,
            Tail tail,
            InstantSource clock,
            CommitSteps steps,
            Executor answers,
            Consumer<List<DurableRow>> published) {
        this.partition = partition;
        this.pipeline = pipeline;
        this.sessions = sessions;
        this.session = session;
        this.lease = sessions.lease();
        this.tail = tail;
        this.head = tail.head();
        this.clock = clock;
        this.steps = steps;
        this.answers = answers;
        this.published = published;
    }

    @Override
    public void run() {
        try {
            while (!closing && pipeline.stopped() == null) {
                var row = pipeline.take(PROBE_MILLIS);
                probeWhenDue();
                if (row != null) {
                    commit(row);
                }
            }
        } catch (WriterStoppedException e) {
            stop(Objects.requireNonNull(e.getMessage()));
        } catch (RuntimeException | Error e) {
            LOG.error("The writer failed", e);
            pipeline.leaveInDoubt();
            stop("the writer failed: " + e);
        } finally {
            lease.lost();
            session.close();
            end();
        }
    }

    /** Whatever was never sent is told so. */
    private void end() {
        var waiting = pipeline.rollBack();
        var why = pipeline.stopped();
        answers.execute(() -> fail(waiting, new WriterStoppedException(why == null ? "closed" : why)));
    }

    public void close() {
        closing = true;
    }

    void stop(String why) {
        LOG.error("The writer of partition {} stops for good: {}", partition, why);
        lease.lost();
        pipeline.stop(why);
    }

    private void commit(OpenRow row) {
        var sealed = row.seal(partition, head, clock.instant(), null);
        var sentAt = System.nanoTime();
        try {
            if (!session.append(sealed, steps)) {
                throw new WriterStoppedException("fenced: another writer has moved the head");
            }
            lease.heard(sentAt);
            durable(row, sealed);
        } catch (SQLException e) {
            if (session.wasRefused(e)) {
                LOG.error("The database refused a row; everything in flight is thrown away", e);
                rollBack("the database refused the row: " + e.getMessage());
            } else {
                LOG.warn("A commit is in doubt: {}", e.getMessage());
                lease.lost();
                settle(row, sealed);
            }
        }
    }

    private void durable(OpenRow row, SealedRow sealed) {
        head = sealed.head();
        var durable = new DurableRow(head, row.events());
        tail.append(durable);
        var waiting = pipeline.committed();
        answers.execute(() -> {
            try {
                published.accept(List.of(durable));
            } finally {
                // It is durable, whatever becomes of those who follow the log.
                waiting.forEach(future -> future.complete(null));
            }
        });
    }

    private void rollBack(String why) {
        var waiting = pipeline.rollBack();
        answers.execute(() -> fail(waiting, new RolledBackException(why)));
    }

    private static void fail(List<CompletableFuture<Void>> waiting, RuntimeException why) {
        waiting.forEach(future -> future.completeExceptionally(why));
    }

    /** Sends the same row until the log says what became of it: a look-up alone could come before the row does. */
    private void settle(OpenRow row, SealedRow sealed) {
        while (true) {
            var sentAt = System.nanoTime();
            try {
                reconnect();
                sentAt = System.nanoTime();
                if (!session.append(sealed, steps) && !stands(sealed)) {
                    throw new WriterStoppedException("fenced: another's row stands where ours was sent");
                }
                lease.heard(sentAt);
                durable(row, sealed);
                return;
            } catch (SQLException e) {
                LOG.warn("Still in doubt: {}", e.getMessage());
                pause();
            }
        }
    }

    private boolean stands(SealedRow sealed) throws SQLException {
        var connection = session.connection();
        connection.setAutoCommit(true);
        var there = LogTable.holding(connection, partition, sealed.position());
        return there.isPresent() && Arrays.equals(there.get().chain(), sealed.chain());
    }

    private void probeWhenDue() {
        if (System.nanoTime() - probedAt >= PROBE_MILLIS * 1_000_000) {
            probe();
        }
    }

    void probe() {
        var now = System.nanoTime();
        probedAt = now;
        try {
            if (!session.holdsLock()) {
                throw new SQLException("the lock is no longer this session's");
            }
            lease.heard(now);
        } catch (SQLException e) {
            LOG.warn("The writer's session is lost: {}", e.getMessage());
            lease.lost();
            renew();
        }
    }

    /** A new session, and the head must still be ours. */
    private void renew() {
        while (true) {
            try {
                reconnect();
                var sentAt = System.nanoTime();
                checkHead();
                lease.heard(sentAt);
                return;
            } catch (SQLException e) {
                LOG.warn("No session for the writer yet: {}", e.getMessage());
                pause();
            }
        }
    }

    private void checkHead() throws SQLException {
        var last = LogTable.last(session.connection(), partition);
        if (last.isEmpty() || !Arrays.equals(last.get().chain(), head.chain())) {
            throw new WriterStoppedException("fenced: another writer has moved the head");
        }
    }

    private void reconnect() throws SQLException {
        var earlier = session.pid();
        session.close();
        session = sessions.replace(earlier);
    }

    private void pause() {
        if (closing) {
            pipeline.leaveInDoubt();
            throw new WriterStoppedException("closed while the database was away");
        }
        LockSupport.parkNanos(RETRY_NANOS);
    }
}
