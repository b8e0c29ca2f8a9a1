package io.microwallet.eventstore.contract;

import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.Till;
import io.microwallet.eventstore.write.CommitSteps;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where one opened store is broken into. */
final class Faults implements CommitSteps {
    private final TestDatabase database;
    private final AtomicReference<@Nullable Point> armed = new AtomicReference<>();
    private final AtomicReference<@Nullable Theft> theft = new AtomicReference<>();
    private volatile CountDownLatch indexing = new CountDownLatch(0);

    /** Where a connection dies. */
    enum Point {
        BEFORE_INSERT,
        BEFORE_COMMIT,
        BEFORE_ANSWER,
        BEFORE_INDEX_COMMIT
    }

    /** The lock is taken from the writer behind its back, and it waits before its next row. */
    record Theft(CountDownLatch done, CountDownLatch released) {}

    Faults(TestDatabase database) {
        this.database = database;
    }

    /** The next connection that comes by there dies. */
    void kill(Point point) {
        armed.set(point);
    }

    /** From now on the indexer gets no further than its commit. */
    void stallIndexer() {
        if (indexing.getCount() == 0) {
            indexing = new CountDownLatch(1);
        }
    }

    void releaseIndexer() {
        indexing.countDown();
    }

    Theft stealLock() {
        var planned = new Theft(new CountDownLatch(1), new CountDownLatch(1));
        theft.set(planned);
        return planned;
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(Till.TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("what a test waited for did not happen");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void at(Point here, Connection connection) throws SQLException {
        if (!armed.compareAndSet(here, null)) {
            return;
        }
        if (here == Point.BEFORE_ANSWER) {
            connection.close();
            throw new SQLException("the answer was lost", "08006");
        }
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT pg_backend_pid()")) {
            result.next();
            database.terminateBackend(result.getInt(1));
        }
    }

    @Override
    public void beforeInsert(Connection connection) throws SQLException {
        var planned = theft.getAndSet(null);
        if (planned != null) {
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_unlock_all()");
            }
            planned.done().countDown();
            await(planned.released());
        }
        at(Point.BEFORE_INSERT, connection);
    }

    @Override
    public void beforeCommit(Connection connection) throws SQLException {
        at(Point.BEFORE_COMMIT, connection);
    }

    @Override
    public void beforeAnswer(Connection connection) throws SQLException {
        at(Point.BEFORE_ANSWER, connection);
    }

    @Override
    public void beforeIndexCommit(Connection connection) throws SQLException {
        try {
            indexing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        at(Point.BEFORE_INDEX_COMMIT, connection);
    }
}
