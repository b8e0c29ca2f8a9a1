package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.eur;
import static io.microwallet.eventstore.Till.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.decision.Rules;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.ledger.LedgerEvent.LedgerCreated;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantEvent.MerchantAdded;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.check.Fsck;
import io.microwallet.eventstore.check.FsckSettings;
import io.microwallet.eventstore.codec.Micros;
import io.microwallet.eventstore.log.LogRow;
import io.microwallet.eventstore.log.LogTable;
import io.microwallet.eventstore.write.CommitSteps;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A ledger whose clock is ahead of the machine's: it moves nobody else's, and none goes backwards. */
class LedgerClocksTest {
    private static final Duration AHEAD = Duration.ofDays(30);
    private static final Instant START = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static final Instant DECIDED = START.plusSeconds(1);

    private final TestDatabase database = Stores.database();
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final AtomicReference<LedgerId> ahead = new AtomicReference<>(LedgerId.DEPLOYMENT);
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private EventStoreSettings settings() {
        return Stores.settings(database).withClock(now::get).withClockOffsets(this::offset);
    }

    private Duration offset(Ledger ledger) {
        return ledger instanceof Ledger.Created created && created.id().equals(ahead.get()) ? AHEAD : Duration.ZERO;
    }

    /** A purchase of 0.13 holds the deciding thread, so that what comes after it goes into one row. */
    private EventStoreSettings held() {
        return settings().withRules((states, command, at) -> {
            if (command instanceof Purchase purchase && purchase.amount().equals(eur(13))) {
                reached.countDown();
                Latches.await(released);
            }
            return Rules.decide(states, command, at);
        });
    }

    private static Instant bought(Till till, WalletId wallet) {
        return at(till.accepted(Operation.PURCHASE, till.purchase(wallet, eur(1))));
    }

    private static Instant at(Outcome.Decided decided) {
        return decided.events().getFirst().at();
    }

    private void assertSound() throws SQLException, IOException {
        try (var connection = database.service().connect()) {
            var report = Fsck.run(connection, FsckSettings.of(0), Fsck.Progress.NONE);
            assertThat(report.findings()).isEmpty();
        }
    }

    private List<LogRow> rows() throws SQLException {
        try (var connection = database.service().connect()) {
            return LogTable.from(connection, 0, 0, 1_000);
        }
    }

    private List<RecordedEvent> events() throws SQLException {
        return rows().stream().flatMap(row -> row.decoded().stream()).toList();
    }

    @Test
    void ledgers_of_one_row_keep_their_own_time_and_the_row_keeps_the_machines() throws Exception {
        try (var store = EventStore.open(held())) {
            var sandbox = Till.open(store.decisions());
            var other = Till.open(store.decisions());
            var sandboxWallet = sandbox.wallet(eur(1_00));
            var wallet = other.wallet(eur(1_00));
            var first = other.send(Operation.PURCHASE, other.purchase(wallet, eur(13)));
            Latches.await(reached);
            ahead.set(sandbox.ledger);
            var moved = sandbox.send(Operation.PURCHASE, sandbox.purchase(sandboxWallet, eur(1)));
            var stayed = other.send(Operation.PURCHASE, other.purchase(wallet, eur(1)));
            var refused = sandbox.send(Operation.PURCHASE, sandbox.purchase(sandboxWallet, eur(100_00)));
            // Stamped when it is decided, not when it came to the door.
            now.set(DECIDED);
            released.countDown();
            assertThat(at(Till.decided(first))).isEqualTo(START);
            assertThat(at(Till.decided(moved))).isEqualTo(DECIDED.plus(AHEAD));
            assertThat(at(Till.decided(stayed))).isEqualTo(DECIDED);
            assertThat(at(Till.decided(refused))).isEqualTo(DECIDED.plus(AHEAD));
        }
        var row = rows().getLast();
        assertThat(row.decoded().stream().map(RecordedEvent::at))
                .endsWith(DECIDED.plus(AHEAD), DECIDED, DECIDED.plus(AHEAD));
        assertThat(Micros.at(row.recordedAt())).isEqualTo(DECIDED);
        assertSound();
    }

    @Test
    void a_log_that_ends_with_a_ledger_far_ahead_is_opened_by_the_machines_time() throws Exception {
        Till sandbox;
        Till other;
        WalletId sandboxWallet;
        WalletId wallet;
        try (var store = EventStore.open(settings())) {
            sandbox = Till.open(store.decisions());
            other = Till.open(store.decisions());
            sandboxWallet = sandbox.wallet(eur(1_00));
            wallet = other.wallet(eur(1_00));
            ahead.set(sandbox.ledger);
            assertThat(bought(other, wallet)).isEqualTo(START);
            assertThat(bought(sandbox, sandboxWallet)).isEqualTo(START.plus(AHEAD));
        }
        now.set(START.minusSeconds(3_600));
        try (var store = EventStore.open(settings())) {
            // The floor is where the machine was, for each ledger's own time.
            assertThat(events().getLast().at()).isEqualTo(START);
            assertThat(bought(other.at(store.decisions()), wallet)).isEqualTo(START);
            assertThat(bought(sandbox.at(store.decisions()), sandboxWallet)).isEqualTo(START.plus(AHEAD));
            now.set(START.plusSeconds(1));
            assertThat(bought(other.at(store.decisions()), wallet)).isEqualTo(START.plusSeconds(1));
            assertThat(bought(sandbox.at(store.decisions()), sandboxWallet))
                    .isEqualTo(START.plusSeconds(1).plus(AHEAD));
        }
        assertSound();
    }

    @Test
    void a_row_is_never_recorded_before_what_is_in_it_was_decided() throws Exception {
        var stepsBack = settings().withRules((states, command, at) -> {
            if (command instanceof Purchase) {
                now.set(START.minusSeconds(3_600));
            }
            return Rules.decide(states, command, at);
        });
        var later = START.plusSeconds(5);
        Till till;
        WalletId wallet;
        try (var store = EventStore.open(stepsBack)) {
            till = Till.open(store.decisions());
            wallet = till.wallet(eur(1_00));
            now.set(later);
            assertThat(bought(till, wallet)).isEqualTo(later);
        }
        assertThat(Micros.at(rows().getLast().recordedAt())).isEqualTo(later);
        try (var store = EventStore.open(settings())) {
            assertThat(bought(till.at(store.decisions()), wallet)).isEqualTo(later);
        }
        assertSound();
    }

    @Test
    void what_a_decision_does_to_its_ledgers_clock_counts_for_the_next_one_in_the_row() throws Exception {
        try (var store = EventStore.open(held().withClockOffsets(LedgerClocksTest::aheadOnceItIsThere))) {
            var till = Till.open(store.decisions());
            assertThat(events().stream().filter(e -> e.event() instanceof LedgerCreated))
                    .extracting(RecordedEvent::at)
                    .containsExactly(START);
            assertThat(events().stream().filter(e -> e.event() instanceof MerchantAdded))
                    .extracting(RecordedEvent::at)
                    .containsExactly(START.plus(AHEAD));
            var wallet = till.wallet(eur(1_00));
            var first = till.send(Operation.PURCHASE, till.purchase(wallet, eur(13)));
            Latches.await(reached);
            var fresh = Till.unopened(store.decisions());
            var created = fresh.send(Operation.CREATE_LEDGER, fresh.createLedger());
            var next = fresh.send(Operation.ADD_MERCHANT, fresh.addMerchant());
            released.countDown();
            Till.decided(first);
            assertThat(at(Till.decided(created))).isEqualTo(START);
            assertThat(at(Till.decided(next))).isEqualTo(START.plus(AHEAD));
            assertThat(rows().getLast().decoded()).hasSizeGreaterThan(2);
        }
        assertSound();
    }

    @Test
    void a_clock_that_was_moved_by_what_is_thrown_away_is_as_it_was() throws Exception {
        var refuse = new AtomicBoolean();
        var row = new CountDownLatch(1);
        var settings = settings()
                .withClockOffsets(LedgerClocksTest::aheadOnceItIsThere)
                .withSteps(new CommitSteps() {
                    @Override
                    public void beforeInsert(Connection connection) throws SQLException {
                        if (refuse.getAndSet(false)) {
                            Latches.await(row);
                            connection.createStatement().execute("SELECT 1 / 0");
                        }
                    }
                });
        try (var store = EventStore.open(settings)) {
            var till = Till.unopened(store.decisions());
            // In memory already: what is not waits until nothing is in flight.
            store.books().read(till.merchant);
            refuse.set(true);
            var created = till.send(Operation.CREATE_LEDGER, till.createLedger());
            Waiting.until(() -> !refuse.get());
            var behind = till.send(Operation.ADD_MERCHANT, till.addMerchant());
            Waiting.until(() -> store.health().queued() == 0);
            row.countDown();
            assertThat(outcome(created)).isInstanceOf(Outcome.Unavailable.class);
            outcome(behind);
            assertThat(at(till.accepted(Operation.CREATE_LEDGER, till.createLedger())))
                    .isEqualTo(START);
        }
        assertSound();
    }

    private static Duration aheadOnceItIsThere(Ledger ledger) {
        return ledger instanceof Ledger.Created ? AHEAD : Duration.ZERO;
    }
}
