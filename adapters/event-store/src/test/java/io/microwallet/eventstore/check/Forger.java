package io.microwallet.eventstore.check;

import io.microwallet.core.decision.Event;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.request.RequestHeader;
import io.microwallet.core.request.RequestId;
import io.microwallet.eventstore.Till;
import io.microwallet.eventstore.codec.EventCodec;
import io.microwallet.eventstore.codec.JsonBuffer;
import io.microwallet.eventstore.log.Chain;
import io.microwallet.eventstore.log.LogRow;
import io.microwallet.eventstore.log.LogTable;
import io.microwallet.eventstore.log.MerkleTree;
import io.microwallet.eventstore.log.SealedRow;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Somebody who owns the database, and knows how hashes are made. */
final class Forger {
    private final Connection connection;

    Forger(Connection connection) {
        this.connection = connection;
    }

    LogRow last() throws SQLException {
        return LogTable.last(connection, 0).orElseThrow();
    }

    /** The event at a position. */
    RecordedEvent at(long position) throws SQLException {
        var row = LogTable.holding(connection, 0, position).orElseThrow();
        return row.event((int) (position - row.position()));
    }

    /** Appends a row with this event, of a decision of its own, whose hashes are right. */
    void append(Event event) throws SQLException {
        append(event, header -> header);
    }

    void append(Event event, UnaryOperator<RequestHeader> header) throws SQLException {
        var last = last();
        var before = last.event(last.events() - 1);
        append(new RecordedEvent(
                last.last() + 1,
                before.at(),
                before.ledger(),
                before.request().map(Forger::ofAnotherKey).map(header),
                event));
    }

    private static RequestHeader ofAnotherKey(RequestHeader header) {
        return new RequestHeader(
                new RequestId(header.id().client(), Till.newKey()),
                header.fingerprint(),
                header.operation(),
                header.answerVersion(),
                header.tokenVersion(),
                1);
    }

    void append(RecordedEvent event) throws SQLException {
        append(text(event), last().recordedAt());
    }

    static String text(RecordedEvent event) {
        var json = new JsonBuffer(1_024);
        EventCodec.write(json, event);
        return new String(json.array(), 0, json.length(), StandardCharsets.US_ASCII);
    }

    /** A row of one event, whatever its text. */
    void append(String event, long recordedAt) throws SQLException {
        var last = last();
        var body = ('[' + event + ']').getBytes(StandardCharsets.US_ASCII);
        var tree = new MerkleTree();
        tree.add(body, 1, body.length - 2);
        var root = tree.root();
        var position = last.last() + 1;
        LogTable.append(
                connection,
                new SealedRow(
                        0,
                        position,
                        1,
                        recordedAt,
                        body,
                        body.length,
                        new int[] {body.length - 1},
                        root,
                        Chain.next(last.chain(), 0, position, 1, recordedAt, root),
                        null,
                        last.head()));
    }

    /** Makes every hash from a row on fit what is in the rows now. */
    void recomputeChain(long from) throws SQLException {
        var chain = LogTable.holding(connection, 0, from - 1).orElseThrow().chain();
        for (var row : LogTable.from(connection, 0, from, 1_000)) {
            chain = row.computedChain(chain);
            try (var update = connection.prepareStatement("UPDATE log SET root = ?, chain = ? WHERE position = ?")) {
                update.setBytes(1, row.computedRoot());
                update.setBytes(2, chain);
                update.setLong(3, row.position());
                update.executeUpdate();
            }
        }
    }

    void sql(String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
                if (statement.getUpdateCount() == 0 && !sql.startsWith("ALTER")) {
                    throw new AssertionError("tampered with nothing: " + sql);
                }
            }
        }
    }

    /** As {@code text} was, with other bytes of the same length. */
    void replace(long position, String text, String by) throws SQLException {
        var row = LogTable.holding(connection, 0, position).orElseThrow();
        var body = new String(row.body(), StandardCharsets.US_ASCII);
        var changed = body.replace(text, by).getBytes(StandardCharsets.US_ASCII);
        if (Arrays.equals(changed, row.body()) || changed.length != row.body().length) {
            throw new AssertionError("tampered with nothing, or with too much");
        }
        try (var update = connection.prepareStatement("UPDATE log SET body = ? WHERE position = ?")) {
            update.setBytes(1, changed);
            update.setLong(2, row.position());
            update.executeUpdate();
        }
    }
}
