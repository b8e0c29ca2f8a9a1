package io.microwallet.api.survival;

import io.microwallet.eventstore.write.CommitSteps;
import java.sql.Connection;
import java.sql.SQLException;

/** Ends this JVM on the spot, as kill -9 does, when the call with {@link #MARKED_AMOUNT} reaches a step of its commit. */
final class Halt implements CommitSteps {
    static final long MARKED_AMOUNT = 7_654_321;
    static final int EXIT = 137;
    private static final String MARKED = """
            SELECT EXISTS (SELECT FROM log WHERE convert_from(body, 'UTF8') LIKE '%%%d%%')""".formatted(MARKED_AMOUNT);

    private final Point point;

    /** Where it ends. */
    enum Point {
        BEFORE_COMMIT,
        BEFORE_ANSWER,
        BEFORE_INDEX_COMMIT,
        BEFORE_EVICTION
    }

    private boolean isIndexed;

    Halt(Point point) {
        this.point = point;
    }

    @Override
    public void beforeCommit(Connection connection) throws SQLException {
        haltAt(Point.BEFORE_COMMIT, connection);
    }

    @Override
    public void beforeAnswer(Connection connection) throws SQLException {
        haltAt(Point.BEFORE_ANSWER, connection);
        connection.rollback();
    }

    @Override
    public void beforeIndexCommit(Connection connection) throws SQLException {
        haltAt(Point.BEFORE_INDEX_COMMIT, connection);
        isIndexed = sees(connection);
    }

    @Override
    public void beforeEviction() {
        if (point == Point.BEFORE_EVICTION && isIndexed) {
            Runtime.getRuntime().halt(EXIT);
        }
    }

    private void haltAt(Point here, Connection connection) throws SQLException {
        if (here == point && sees(connection)) {
            Runtime.getRuntime().halt(EXIT);
        }
    }

    private static boolean sees(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(MARKED)) {
            result.next();
            return result.getBoolean(1);
        }
    }
}
