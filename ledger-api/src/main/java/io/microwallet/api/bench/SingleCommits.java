package io.microwallet.api.bench;

import io.microwallet.embedded.DatabaseLogin;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** The baseline that anyone has: one row an insert, one insert a commit, from 32 connections, into the same database. */
final class SingleCommits {
    private static final int CONNECTIONS = 32;

    private final DatabaseLogin owner;
    private final int bytes;

    /** @param bytes of each row's body: what an event of this run has */
    SingleCommits(DatabaseLogin owner, int bytes) {
        this.owner = owner;
        this.bytes = bytes;
    }

    /** Commits a second. */
    double run(Duration warmUp, Duration measured) throws SQLException, InterruptedException, ExecutionException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS bench_single_commit");
            statement.execute("CREATE TABLE bench_single_commit (id uuid PRIMARY KEY, body bytea NOT NULL)");
        }
        insertFor(warmUp);
        var begun = System.nanoTime();
        var rows = insertFor(measured);
        return rows / ((System.nanoTime() - begun) / 1e9);
    }

    private long insertFor(Duration time) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var end = System.nanoTime() + time.toNanos();
            var counts = new ArrayList<Future<Long>>();
            for (var i = 0; i < CONNECTIONS; i++) {
                Callable<Long> inserts = () -> insertUntil(end);
                counts.add(threads.submit(inserts));
            }
            var rows = 0L;
            for (var count : counts) {
                rows += count.get();
            }
            return rows;
        }
    }

    private long insertUntil(long end) throws SQLException {
        try (Connection connection = owner.connect();
                var insert = connection.prepareStatement("INSERT INTO bench_single_commit (id, body) VALUES (?, ?)")) {
            var body = new byte[bytes];
            Arrays.fill(body, (byte) '7');
            var random = ThreadLocalRandom.current();
            var rows = 0L;
            while (System.nanoTime() < end) {
                insert.setObject(1, new UUID(random.nextLong(), random.nextLong()));
                insert.setBytes(2, body);
                insert.executeUpdate();
                rows++;
            }
            return rows;
        }
    }
}
