package io.microwallet.eventstore.decide;

import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RequestId;
import io.microwallet.eventstore.log.LogTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/** The outcomes that stand in the log, found by their key. */
final class RecordedOutcomes {
    private static final String FIND = "SELECT position FROM request WHERE partition = ? AND client = ? AND key = ?";

    private final DataSource database;
    private final int partition;

    RecordedOutcomes(DataSource database, int partition) {
        this.database = database;
        this.partition = partition;
    }

    Optional<Outcome.Decided> find(RequestId id) {
        try (var connection = database.getConnection()) {
            var position = position(connection, id);
            return position.isEmpty() ? Optional.empty() : Optional.of(outcome(connection, position.getAsLong()));
        } catch (SQLException e) {
            throw new BooksUnavailableException("the database is away: " + e.getMessage());
        }
    }

    private OptionalLong position(Connection connection, RequestId id) throws SQLException {
        try (var statement = connection.prepareStatement(FIND)) {
            statement.setInt(1, partition);
            statement.setObject(2, id.client().value());
            statement.setObject(3, id.key().value());
            try (var result = statement.executeQuery()) {
                return result.next() ? OptionalLong.of(result.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** A decision's events stand one after the other. */
    private Outcome.Decided outcome(Connection connection, long position) throws SQLException {
        var first = LogTable.events(connection, partition, List.of(position)).getFirst();
        var header = first.request().orElseThrow();
        var events = new ArrayList<>(List.of(first));
        if (header.events() > 1) {
            var rest = LongStream.range(position + 1, position + header.events())
                    .boxed()
                    .toList();
            events.addAll(LogTable.events(connection, partition, rest));
        }
        return new Outcome.Decided(header, events, true);
    }
}
