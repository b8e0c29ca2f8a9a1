package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.ledger.LedgerEvent.WriterOpened;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.NodeId;
import io.microwallet.core.ledger.SoftwareVersion;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.check.Fsck;
import io.microwallet.eventstore.check.FsckSettings;
import io.microwallet.eventstore.codec.EventCodec;
import io.microwallet.eventstore.codec.JsonBuffer;
import io.microwallet.eventstore.log.Chain;
import io.microwallet.eventstore.log.LogRow;
import io.microwallet.eventstore.log.LogTable;
import io.microwallet.eventstore.log.MerkleTree;
import io.microwallet.eventstore.log.SealedRow;
import io.microwallet.eventstore.write.CommitSteps;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A writer's first act, and what comes between. */
class OpeningTest {
    private static final SoftwareVersion EARLIER = new SoftwareVersion("0.0.1");
    private static final SoftwareVersion OURS = new SoftwareVersion("0.0.2");

    private final TestDatabase database = Stores.database();
    private Till till;
    private WalletId wallet;
    private long before;

    @BeforeEach
    void fill() {
        try (var store = EventStore.open(Stores.settings(database))) {
            till = Till.open(store.decisions());
            wallet = till.wallet(eur(1_00));
            before = store.books().open().position();
        }
    }

    /** Does something at one step of the first row that is sent. */
    private abstract static class Once implements CommitSteps {
        private boolean done;

        void once(Connection connection) throws SQLException {
            if (!done) {
                done = true;
                happen(connection);
            }
        }

        abstract void happen(Connection connection) throws SQLException;
    }

    @Test
    void what_an_earlier_writer_had_in_flight_goes_in_before_it_and_is_built_upon() throws Exception {
        var late = new Once() {
            @Override
            public void beforeInsert(Connection connection) throws SQLException {
                once(connection);
            }

            @Override
            void happen(Connection connection) throws SQLException {
                earlierWritersRowArrives();
            }
        };
        assertOpensAt(late, before + 2);
        assertThat(writers()).endsWith(EARLIER, OURS);
    }

    @Test
    void a_first_row_whose_answer_was_lost_is_not_sent_twice() throws Exception {
        var lost = new Once() {
            @Override
            public void beforeAnswer(Connection connection) throws SQLException {
                once(connection);
            }

            @Override
            void happen(Connection connection) throws SQLException {
                connection.close();
                throw new SQLException("the answer was lost", "08006");
            }
        };
        assertOpensAt(lost, before + 1);
        assertThat(writers()).endsWith(OURS).containsOnlyOnce(OURS);
    }

    private void assertOpensAt(CommitSteps steps, long position) throws SQLException, IOException {
        try (var store =
                EventStore.open(Stores.settings(database).withSteps(steps).withVersion(OURS))) {
            assertThat(store.books().open().position()).isEqualTo(position);
            var sold = till.at(store.decisions()).accepted(Operation.PURCHASE, till.purchase(wallet, eur(1_00)));
            assertThat(sold.position()).isEqualTo(position + 1);
            assertThat(store.health().isGreen()).isTrue();
        }
        try (var connection = database.service().connect()) {
            assertThat(Fsck.run(connection, FsckSettings.of(0), Fsck.Progress.NONE)
                            .findings())
                    .isEmpty();
        }
    }

    private List<SoftwareVersion> writers() throws SQLException {
        try (var connection = database.service().connect()) {
            return LogTable.from(connection, 0, 0, 1_000).stream()
                    .flatMap(row -> row.decoded().stream())
                    .filter(event -> event.event() instanceof WriterOpened)
                    .map(event -> ((WriterOpened) event.event()).version())
                    .toList();
        }
    }

    private void earlierWritersRowArrives() throws SQLException {
        try (var connection = database.service().connect()) {
            var last = LogTable.last(connection, 0).orElseThrow();
            assertThat(LogTable.append(connection, rowOn(last))).isTrue();
        }
    }

    private static SealedRow rowOn(LogRow last) {
        var position = last.last() + 1;
        var at = last.event(last.events() - 1).at();
        var event = new WriterOpened(new NodeId(UUID.randomUUID()), position, EARLIER);
        var json = new JsonBuffer(1_024);
        json.raw('[');
        EventCodec.write(json, new RecordedEvent(position, at, LedgerId.DEPLOYMENT, Optional.empty(), event));
        var end = json.length();
        json.raw(']');
        var tree = new MerkleTree();
        tree.add(json.array(), 1, end - 1);
        var root = tree.root();
        var chain = Chain.next(last.chain(), 0, position, 1, last.recordedAt(), root);
        return new SealedRow(
                0,
                position,
                1,
                last.recordedAt(),
                json.array(),
                json.length(),
                new int[] {end},
                root,
                chain,
                null,
                last.head());
    }
}
