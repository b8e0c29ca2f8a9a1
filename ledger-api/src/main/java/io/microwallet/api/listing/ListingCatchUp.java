package io.microwallet.api.listing;

import io.microwallet.core.books.Books;
import io.microwallet.eventstore.projection.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Brings the lists up to the log whenever somebody reads them; from its beginning once a start. */
public final class ListingCatchUp implements ListingProgress {
    private static final int BATCH = 1_000;

    private final Books books;
    private final DataSource database;
    private final List<Projection> projections;
    private final ReentrantLock turn = new ReentrantLock();
    private long applied = -1;

    public ListingCatchUp(Books books, DataSource database, List<Projection> projections) {
        this.books = books;
        this.database = database;
        this.projections = List.copyOf(projections);
    }

    /** Before the first call is taken. */
    public void start() {
        turn.lock();
        try {
            catchUp(books.open().position(), Long.MAX_VALUE);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public boolean awaitCaughtUp(long position, Duration atMost) {
        var end = System.nanoTime() + atMost.toNanos();
        try {
            if (!turn.tryLock(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            catchUp(position, end);
            return applied >= position;
        } finally {
            turn.unlock();
        }
    }

    private void catchUp(long position, long end) {
        while (applied < position && System.nanoTime() < end) {
            var last = Math.min(position, applied + BATCH);
            try (var connection = database.getConnection()) {
                apply(connection, applied + 1, last);
            } catch (SQLException e) {
                throw new CannotGetJdbcConnectionException("the lists cannot be brought up to date", e);
            }
            applied = last;
        }
    }

    private void apply(Connection connection, long first, long last) throws SQLException {
        var events = books.open().at(LongStream.rangeClosed(first, last).boxed().toList());
        connection.setAutoCommit(false);
        try {
            for (var projection : projections) {
                projection.apply(connection, events);
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
