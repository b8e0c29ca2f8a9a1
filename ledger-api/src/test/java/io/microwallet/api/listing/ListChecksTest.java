package io.microwallet.api.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.bookkeeping.MovableClock;
import io.microwallet.api.bookkeeping.RandomBooks;
import io.microwallet.api.overdue.DueCheck;
import io.microwallet.api.overdue.DueProjection;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.credit.CreditCommand.GrantCredit;
import io.microwallet.core.decision.Command;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Money;
import io.microwallet.core.refund.RefundCommand.ReturnUnspent;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.TopUpCommand.RequestTopUp;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.LotId;
import io.microwallet.embedded.SharedDatabase;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.EventStore;
import io.microwallet.eventstore.EventStoreSettings;
import io.microwallet.eventstore.check.Fsck;
import io.microwallet.eventstore.check.FsckSettings;
import io.microwallet.eventstore.check.Report;
import io.microwallet.eventstore.check.finding.Finding;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.migrations.Migrations;
import io.microwallet.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What the service's own projections hold, compared with the log. */
class ListChecksTest {
    private static final Duration CAUGHT_UP_MAX = Duration.ofSeconds(20);
    private static final TestDatabase DATABASE = SharedDatabase.fresh(Migrations::run);

    @BeforeAll
    static void a_day_with_an_erased_member_and_a_top_up_that_nobody_answers() throws IOException {
        var login = DATABASE.service();
        var connections = new PGSimpleDataSource();
        connections.setUrl(login.url());
        connections.setUser(login.user());
        connections.setPassword(login.password());
        var secrets = Files.createTempDirectory(Path.of("target"), "secrets");
        var vault = Vault.open(connections, 0, Vault.secrets(secrets, Map.of()), InstantSource.system());
        var clock = new MovableClock(Instant.now().truncatedTo(ChronoUnit.MICROS));
        var settings = EventStoreSettings.of(login.url(), login.user(), login.password(), Path.of("target"))
                .withClock(clock)
                .withProjections(List.of(
                        new ListingProjection(vault.sealedTexts(), vault.blindIndex()),
                        new PendingTopUpProjection(0),
                        new PendingRefundProjection(0),
                        new DueProjection(0)));
        try (var store = EventStore.open(settings)) {
            var books = new RandomBooks(
                    1, ZoneId.of("UTC"), store.decisions(), vault.dataKeys(), vault.sealedTexts(), clock);
            books.merchant("Café", MerchantKind.OWN);
            books.wallet();
            books.play(80, Duration.ofSeconds(1));
            var gone = books.emptiedWallet("till-7");
            books.erase(gone);
            vault.erasure().erase(gone);
            pending(store, books, clock);
            unspentOnItsWay(store, books, clock);
            creditThatEnds(store, books, clock);
            var last = store.books().open().position();
            store.projections().awaitCaughtUp(ListingProjection.NAME, last, CAUGHT_UP_MAX);
            store.projections().awaitCaughtUp(PendingTopUpProjection.NAME, last, CAUGHT_UP_MAX);
            store.projections().awaitCaughtUp(PendingRefundProjection.NAME, last, CAUGHT_UP_MAX);
            store.projections().awaitCaughtUp(DueProjection.NAME, last, CAUGHT_UP_MAX);
        }
    }

    private static void pending(EventStore store, RandomBooks books, MovableClock clock) {
        var topUp = new RequestTopUp(
                books.ledger(),
                new TopUpId(UUID.randomUUID()),
                books.wallets().getFirst(),
                Money.of(100, "EUR"),
                new ProcessorId("simulator"),
                Set.of(Mode.SANDBOX),
                new CardToken("card_ok"),
                null,
                null,
                null);
        decided(store, books, clock, Operation.REQUEST_TOP_UP, topUp);
    }

    private static void unspentOnItsWay(EventStore store, RandomBooks books, MovableClock clock) {
        var wallet = books.wallet();
        var topUp = books.topUp(wallet, Money.of(100, "EUR"), true);
        var back = new ReturnUnspent(
                books.ledger(),
                new RefundId(UUID.randomUUID()),
                wallet,
                new ClientId(UUID.randomUUID()),
                List.of(topUp),
                null,
                null);
        decided(store, books, clock, Operation.RETURN_UNSPENT, back);
    }

    private static void creditThatEnds(EventStore store, RandomBooks books, MovableClock clock) {
        var credit = new GrantCredit(
                books.ledger(),
                new LotId(UUID.randomUUID()),
                books.wallet(),
                new ClientId(UUID.randomUUID()),
                Money.of(100, "EUR"),
                Funder.ledger(),
                clock.instant().plus(Duration.ofDays(30)),
                null);
        decided(store, books, clock, Operation.GRANT_CREDIT, credit);
    }

    private static void decided(
            EventStore store, RandomBooks books, MovableClock clock, Operation operation, Command command) {
        var request = new Request(
                new RequestId(new ClientId(UUID.randomUUID()), new IdempotencyKey(UUID.randomUUID())),
                new Fingerprint(1, 1),
                books.ledger(),
                operation,
                1,
                1,
                clock.instant().plusSeconds(30));
        assertThat(store.decisions().submit(request, command).join()).isInstanceOf(Outcome.Decided.class);
    }

    private static Report fsck() throws SQLException, IOException {
        try (var connection = DATABASE.service().connect()) {
            return Fsck.run(
                    connection,
                    new FsckSettings(
                            0,
                            Optional.empty(),
                            Optional.empty(),
                            List.of(
                                    new ListedCheck(0),
                                    new TextIndexCheck(0),
                                    new PendingTopUpCheck(0),
                                    new PendingRefundCheck(0),
                                    new DueCheck(0, InstantSource.system()))),
                    Fsck.Progress.NONE);
        }
    }

    private static void execute(String... statements) throws SQLException {
        try (var connection = DATABASE.administrator().connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                assertThat(statement.executeUpdate(sql) > 0 || sql.matches("(DROP|TRUNCATE) .*"))
                        .as(sql)
                        .isTrue();
            }
        }
    }

    @Test
    void lists_of_a_running_service_are_what_the_log_says() throws Exception {
        assertThat(fsck().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            listed         | kind = 6          | subject = gen_random_uuid()
            listed         | kind = 4          | client = NULL
            text_index     | true              | subject = gen_random_uuid()
            text_index     | kind = 6          | kind = 5
            pending_top_up | true              | wallet = gen_random_uuid()
            pending_top_up | true              | requested_at = requested_at - interval '1 s'
            pending_refund | true              | refund = gen_random_uuid()
            pending_refund | true              | ledger = gen_random_uuid()
            """)
    void a_row_that_is_changed_or_gone_is_found_where_it_is(String table, String which, String change)
            throws Exception {
        var position = position(table, which);
        var row = "position = " + position;
        execute("CREATE TABLE sound AS SELECT * FROM %s WHERE %s".formatted(table, row));
        try {
            execute("UPDATE %s SET %s WHERE %s".formatted(table, change, row));
            assertThat(fsck().findings())
                    .isNotEmpty()
                    .allSatisfy(found -> assertThat(found.kind()).isEqualTo(FindingKind.PROJECTION_DIFFERS));
            assertThat(fsck().first().map(Finding::position)).contains(position);
            execute("DELETE FROM %s WHERE %s".formatted(table, row));
            assertThat(fsck().first().map(Finding::position)).contains(position);
        } finally {
            execute("INSERT INTO %s SELECT * FROM sound".formatted(table));
            execute("DROP TABLE sound");
        }
        assertThat(fsck().findings()).isEmpty();
    }

    @Test
    void a_text_that_finds_an_erased_member_again_is_told() throws Exception {
        execute("""
                INSERT INTO text_index (partition, ledger, hmac, kind, position, subject)
                SELECT l.partition, l.ledger, md5('till-7')::uuid, 4, l.position, l.subject FROM listed l WHERE l.kind = 7""");
        try {
            assertThat(fsck().first().orElseThrow().detail()).contains("a text of a member who was erased");
        } finally {
            execute("DELETE FROM text_index WHERE hmac = md5('till-7')::uuid");
        }
        assertThat(fsck().findings()).isEmpty();
    }

    @Test
    void a_text_that_finds_what_is_not_in_the_log_is_told() throws Exception {
        execute("""
                INSERT INTO text_index (partition, ledger, hmac, kind, position, subject)
                SELECT partition, ledger, md5('more')::uuid, kind, position, subject FROM text_index LIMIT 1""");
        try {
            assertThat(fsck().findings())
                    .singleElement()
                    .extracting(Finding::kind)
                    .isEqualTo(FindingKind.PROJECTION_DIFFERS);
        } finally {
            execute("DELETE FROM text_index WHERE hmac = md5('more')::uuid");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE due SET due_at = due_at + interval '1 day', nobody will see to",
        "UPDATE due SET wallet = gen_random_uuid(), a row that the log says nothing of",
        "DELETE FROM due, nobody will see to"
    })
    void what_is_due_and_nobody_would_see_to_is_told(String tampering, String detail) throws Exception {
        execute("CREATE TABLE sound_due AS SELECT * FROM due");
        try {
            execute(tampering);
            assertThat(fsck().findings())
                    .isNotEmpty()
                    .allSatisfy(found -> assertThat(found.kind()).isEqualTo(FindingKind.PROJECTION_DIFFERS))
                    .anySatisfy(found -> assertThat(found.detail()).contains(detail));
        } finally {
            execute("TRUNCATE due", "INSERT INTO due SELECT * FROM sound_due", "DROP TABLE sound_due");
        }
        assertThat(fsck().findings()).isEmpty();
    }

    private static long position(String table, String which) throws SQLException {
        try (var connection = DATABASE.administrator().connect();
                var result = connection
                        .createStatement()
                        .executeQuery("SELECT min(position) FROM %s WHERE %s".formatted(table, which))) {
            result.next();
            return result.getLong(1);
        }
    }
}
