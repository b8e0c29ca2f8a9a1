package io.microwallet.api.bench.baseline;

import io.microwallet.embedded.DatabaseLogin;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** The baseline that anyone has: one event a row, one row a commit, from 32 connections. */
final class SingleCommits implements Baseline {
    private static final int CONNECTIONS = 32;

    private final List<Connection> connections = new ArrayList<>();
    private final List<byte[]> events;

    SingleCommits(DatabaseLogin owner, List<byte[]> events) throws SQLException {
        this.events = events;
        for (var i = 0; i < CONNECTIONS; i++) {
            connections.add(owner.connect());
        }
    }

    @Override
    public List<String> tables() {
        return List.of("CREATE TABLE bench_single_commit (id uuid PRIMARY KEY, body bytea NOT NULL)");
    }

    @Override
    public long insertUntil(long end) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var counts = new ArrayList<Future<Long>>();
            for (var connection : connections) {
                Callable<Long> inserts = () -> insertOneByOne(connection, end);
                counts.add(threads.submit(inserts));
            }
            var rows = 0L;
            for (var count : counts) {
                rows += count.get();
            }
            return rows;
        }
    }

    private long insertOneByOne(Connection connection, long end) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO bench_single_commit (id, body) VALUES (?, ?)")) {
            var random = ThreadLocalRandom.current();
            var rows = 0;
            while (System.nanoTime() < end) {
                insert.setObject(1, new UUID(random.nextLong(), random.nextLong()));
                insert.setBytes(2, events.get(rows % events.size()));
                insert.executeUpdate();
                rows++;
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        for (var connection : connections) {
            connection.close();
        }
    }
}
