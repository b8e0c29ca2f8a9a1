package io.microwallet.api.bookkeeping;

import io.microwallet.eventstore.write.CommitSteps;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/** Holds the indexer before its next commit for as long as a test wants. */
final class IndexerStall implements CommitSteps {
    private volatile CountDownLatch gate = new CountDownLatch(0);

    void begin() {
        gate = new CountDownLatch(1);
    }

    void end() {
        gate.countDown();
    }

    @Override
    public void beforeIndexCommit(Connection connection) throws SQLException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException(e);
        }
    }
}
