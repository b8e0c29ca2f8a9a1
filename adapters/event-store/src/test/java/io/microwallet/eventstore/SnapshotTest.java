package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.eur;
import static io.microwallet.eventstore.Till.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.check.Fsck;
import io.microwallet.eventstore.check.FsckSettings;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.rebuild.Reindex;
import io.microwallet.eventstore.write.CommitSteps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** States that are kept beside the log: believed only where the log says the same, and of durable events alone. */
class SnapshotTest {
    private static final int EVERY = 10;
    private static final int SPENT = 3 * EVERY;

    private final TestDatabase database = Stores.database();

    private EventStoreSettings settings() {
        return Stores.settings(database).withSnapshotEvery(EVERY);
    }

    /** A wallet with 10.00 of which 0.30 was spent, a cent at a time. */
    private WalletId spender() throws SQLException {
        try (var store = EventStore.open(settings())) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(10_00));
            spend(till, wallet, SPENT);
            return wallet;
        }
    }

    private static void spend(Till till, WalletId wallet, int cents) {
        IntStream.range(0, cents)
                .mapToObj(i -> till.send(Operation.PURCHASE, till.purchase(wallet, eur(1))))
                .toList()
                .forEach(Till::decided);
    }

    private Money available(WalletId wallet) {
        try (var store = EventStore.open(settings())) {
            var open = (Wallet.Open) store.books().read(wallet);
            return open.available(Currency.of("EUR"), Instant.now());
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.owner().connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.owner().connect();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private List<FindingKind> findings() throws SQLException, IOException {
        var service = database.service();
        try (var connection = service.connect()) {
            return Fsck.run(connection, FsckSettings.of(0), Fsck.Progress.NONE).findings().stream()
                    .map(finding -> finding.kind())
                    .toList();
        }
    }

    /** It says that there is a euro more than there is. */
    private void forge() throws SQLException {
        try (var connection = database.owner().connect();
                var select = connection.createStatement();
                var result = select.executeQuery("SELECT state FROM snapshot");
                var update = connection.prepareStatement("UPDATE snapshot SET state = ?")) {
            result.next();
            var state = new String(result.getBytes(1), StandardCharsets.US_ASCII);
            assertThat(state).contains("\"CASH\",9");
            var forged = state.replaceFirst("\"CASH\",(9\\d\\d),", "\"CASH\",1$1,");
            assertThat(forged).isNotEqualTo(state);
            update.setBytes(1, forged.getBytes(StandardCharsets.US_ASCII));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void a_wallet_is_loaded_from_its_snapshot_and_fsck_finds_one_that_lies() throws Exception {
        var wallet = spender();
        assertThat(count("SELECT count(*) FROM snapshot")).isEqualTo(1);
        assertThat(findings()).isEmpty();
        assertThat(available(wallet)).isEqualTo(eur(9_70));
        forge();
        // Nothing else would show that the snapshot is read at all.
        assertThat(available(wallet)).isEqualTo(eur(10_00 + 9_70));
        assertThat(findings()).containsOnly(FindingKind.SNAPSHOT_DIFFERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chain = sha256(chain)",
                "position = position + 1000000",
                "state = substring(state FROM 2)",
                "format = format + 1"
            })
    void one_that_stands_on_another_log_or_cannot_be_read_is_as_good_as_none(String change) throws Exception {
        var wallet = spender();
        forge();
        change("UPDATE snapshot SET " + change);
        assertThat(available(wallet)).isEqualTo(eur(9_70));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chain = sha256(chain)",
                "position = position + 1000000",
                "position = position - 1",
                "kind = 1",
                "id = gen_random_uuid()"
            })
    void fsck_finds_one_that_stands_where_it_should_not(String change) throws Exception {
        spender();
        change("UPDATE snapshot SET " + change);
        assertThat(findings()).containsOnly(FindingKind.SNAPSHOT_DIFFERS);
    }

    @Test
    void another_softwares_snapshot_is_no_finding_and_reindex_empties_the_table() throws Exception {
        var wallet = spender();
        forge();
        change("UPDATE snapshot SET format = format + 1");
        assertThat(findings()).isEmpty();
        try (var owner = database.owner().connect()) {
            Reindex.run(owner, 0, List.of(), Reindex.Progress.NONE);
        }
        assertThat(count("SELECT count(*) FROM snapshot")).isZero();
        assertThat(available(wallet)).isEqualTo(eur(9_70));
    }

    /** Lets no row become durable until told, and then refuses the first. */
    private static final class Shut implements CommitSteps {
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);
        volatile boolean armed;

        @Override
        public void beforeCommit(Connection connection) throws SQLException {
            if (armed) {
                armed = false;
                reached.countDown();
                Latches.await(released);
                throw new PSQLException(new ServerErrorMessage("SERROR\0VERROR\0C53100\0Mno room\0"));
            }
        }
    }

    @Test
    void what_is_in_flight_is_in_no_snapshot_and_what_was_thrown_away_never_comes_into_one() throws Exception {
        var shut = new Shut();
        WalletId wallet;
        try (var store = EventStore.open(settings().withSteps(shut))) {
            var till = Till.open(store.decisions());
            wallet = till.wallet(eur(10_00));
            shut.armed = true;
            var lost = IntStream.range(0, SPENT)
                    .mapToObj(i -> till.send(Operation.PURCHASE, till.purchase(wallet, eur(10))))
                    .toList();
            Latches.await(shut.reached);
            shut.released.countDown();
            assertThat(lost).allMatch(call -> outcome(call) instanceof Outcome.Unavailable);
            // Others come to the positions that those had.
            spend(till, wallet, SPENT);
        }
        assertThat(count("SELECT count(*) FROM snapshot")).isEqualTo(1);
        assertThat(findings()).isEmpty();
        assertThat(available(wallet)).isEqualTo(eur(9_70));
    }
}
