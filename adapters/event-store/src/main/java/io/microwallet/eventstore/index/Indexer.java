package io.microwallet.eventstore.index;

import io.microwallet.core.request.RequestId;
import io.microwallet.eventstore.write.CommitSteps;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the indexes behind the log, in large sorted batches on a connection of its own, each with its position. */
public final class Indexer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    private static final int BATCH_EVENTS = 20_000;
    private static final long BATCH_MILLIS = 200;
    private static final long RETRY_MILLIS = 200;

    private final int partition;
    private final Tail tail;
    private final Connections connections;
    private final CommitSteps steps;
    private final Consumer<List<RequestId>> release;
    private final Runnable caughtUp;
    private final Consumer<String> defect;
    private volatile boolean closing;
    private @Nullable Connection connection;

    /** Opens a connection of the indexer's own. */
    @FunctionalInterface
    public interface Connections {
        Connection open() throws SQLException;
    }

    /**
     * @param release told of the keys whose index rows are durable
     * @param caughtUp told after each batch, once there is room in memory again
     * @param defect told of what must stop the partition
     */
    public Indexer(
            int partition,
            Tail tail,
            Connections connections,
            CommitSteps steps,
            Consumer<List<RequestId>> release,
            Runnable caughtUp,
            Consumer<String> defect) {
        this.partition = partition;
        this.tail = tail;
        this.connections = connections;
        this.steps = steps;
        this.release = release;
        this.caughtUp = caughtUp;
        this.defect = defect;
    }

    @Override
    public void run() {
        try {
            while (!closing || tail.lag() > 0) {
                var batch = tail.awaitUnindexed(BATCH_EVENTS, closing ? 1 : BATCH_MILLIS);
                if (!batch.isEmpty() && !index(batch)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
        }
    }

    /** Lets it write what is left, and end. */
    public void close() {
        closing = true;
    }

    /** False once it must stop. */
    private boolean index(List<DurableRow> batch) throws InterruptedException {
        while (true) {
            try {
                write(batch);
                return true;
            } catch (SQLException e) {
                if (isDefect(e)) {
                    LOG.error("The index contradicts the log", e);
                    defect.accept("the index contradicts the log: " + e.getMessage());
                    return false;
                }
                LOG.warn("The indexer lost its database: {}", e.getMessage());
                disconnect();
                if (closing) {
                    return false;
                }
                synchronized (this) {
                    wait(RETRY_MILLIS);
                }
            }
        }
    }

    /** A key twice, a total below zero: no retry makes it right. */
    private static boolean isDefect(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("23");
    }

    private void write(List<DurableRow> batch) throws SQLException {
        var connection = connected();
        var from = IndexTables.lockedPosition(connection, partition);
        var rows = new IndexRows();
        batch.stream().filter(row -> row.last() > from).forEach(row -> rows.add(row.first(), row.events()));
        var last = batch.getLast().last();
        if (from < last) {
            IndexTables.write(connection, partition, rows);
            IndexTables.advance(connection, partition, last);
        }
        steps.beforeIndexCommit(connection);
        connection.commit();
        steps.beforeEviction();
        // Memory first: whoever finds a key's reservation gone finds its index row.
        release.accept(requests(batch));
        tail.indexed(last);
        caughtUp.run();
    }

    /** Of rows too that an earlier try wrote: its answer was lost, and nobody was told. */
    private static List<RequestId> requests(List<DurableRow> batch) {
        var ids = new ArrayList<RequestId>();
        for (var row : batch) {
            for (var recorded : row.events()) {
                recorded.request().ifPresent(header -> ids.add(header.id()));
            }
        }
        return ids;
    }

    private Connection connected() throws SQLException {
        if (connection == null) {
            connection = connections.open();
            connection.setAutoCommit(false);
        }
        return connection;
    }

    private void disconnect() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("The indexer's connection was gone already", e);
        }
        connection = null;
    }
}
