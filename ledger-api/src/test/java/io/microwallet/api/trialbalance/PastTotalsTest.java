package io.microwallet.api.trialbalance;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.bookkeeping.RandomBooks;
import io.microwallet.api.bookkeeping.TestHouse;
import io.microwallet.api.past.AsOf;
import io.microwallet.api.past.TimeBasis;
import io.microwallet.core.journal.Side;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import io.microwallet.core.topup.TopUpId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trial balances of the past, against what was told then and against a naive replay of the log. */
class PastTotalsTest {
    private static final Instant START = Instant.parse("2026-11-23T18:00:00Z");
    private static final Duration MICRO = Duration.ofNanos(1_000);

    private TestHouse house;
    private PastTrialBalances past;

    @BeforeEach
    void open() {
        house = TestHouse.at(START);
        past = new PastTrialBalances(house.books());
    }

    @AfterEach
    void close() {
        house.close();
    }

    private record Told(Instant at, TrialBalance balance) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_261_123})
    void by_recorded_time_it_is_what_was_told_at_that_instant(long seed) {
        var books = ledger(seed);
        var neighbour = ledger(seed + 1);
        var told = new ArrayList<Told>();
        for (var i = 0; i < 20; i++) {
            books.play(6, Duration.ofMinutes(10));
            neighbour.play(2, Duration.ofMinutes(10));
            told.add(new Told(
                    house.clock().instant(), TrialBalance.of(house.books().open(), books.ledger())));
            house.clock().advance(MICRO);
        }

        assertThat(told).allSatisfy(then -> {
            var found = past.of(books.ledger(), recorded(then.at()));
            assertThat(found.accounts()).isEqualTo(then.balance().accounts());
            assertThat(found.totals()).isEqualTo(then.balance().totals());
            assertThat(found.position()).isLessThanOrEqualTo(then.balance().position());
            assertThat(found.at()).isEqualTo(then.at().toString());
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 20_261_124})
    void by_effective_time_it_is_what_a_naive_replay_adds_up(long seed) {
        var books = ledger(seed);
        books.play(150, Duration.ofHours(2));
        var differences = 0;

        for (var at = START.minus(Duration.ofDays(2));
                at.isBefore(house.clock().instant());
                at = at.plus(Duration.ofHours(9))) {
            var found = past.of(books.ledger(), new AsOf(TimeBasis.EFFECTIVE, at));
            assertThat(balances(found)).isEqualTo(naive(books, at));
            assertThat(found.totals())
                    .allSatisfy(total -> assertThat(total.debits()).isEqualTo(total.credits()));
            differences += balances(past.of(books.ledger(), recorded(at))).equals(balances(found)) ? 0 : 1;
        }
        assertThat(differences)
                .as("instants at which late news makes a difference")
                .isPositive();
    }

    @Test
    void what_is_recorded_at_that_very_instant_belongs_to_it_and_a_microsecond_before_does_not() {
        var books = ledger(5);
        var wallet = books.wallets().getFirst();
        house.clock().set(START.plusSeconds(10));
        books.topUp(wallet, Money.of(100, "EUR"), true);

        assertThat(past.of(books.ledger(), recorded(START.plusSeconds(10))).accounts())
                .isNotEmpty();
        var before = past.of(books.ledger(), recorded(START.plusSeconds(10).minus(MICRO)));
        assertThat(before.accounts()).isEmpty();
        assertThat(before.position()).isNotNegative();
    }

    @Test
    void before_the_ledger_there_was_nothing() {
        var books = ledger(6);

        var found = past.of(books.ledger(), recorded(START.minusSeconds(1)));

        assertThat(found.accounts()).isEmpty();
        assertThat(found.position()).isEqualTo(-1);
        assertThat(found.chain()).isEmpty();
    }

    @Test
    void a_stalled_indexer_hides_nothing() {
        var books = ledger(7);
        house.stallIndexer();
        books.play(30, Duration.ofMinutes(1));
        var now = TrialBalance.of(house.books().open(), books.ledger());

        var found = past.of(books.ledger(), recorded(house.clock().instant()));

        assertThat(found.accounts()).isEqualTo(now.accounts());
        house.resumeIndexer();
    }

    private RandomBooks ledger(long seed) {
        var books = house.ledger(seed, ZoneId.of("Europe/Berlin"));
        books.merchant("Baker", MerchantKind.THIRD_PARTY);
        books.wallet();
        return books;
    }

    private static AsOf recorded(Instant at) {
        return new AsOf(TimeBasis.RECORDED, at);
    }

    private static Map<String, Long> balances(TrialBalance balance) {
        var balances = new TreeMap<String, Long>();
        balance.accounts().forEach(line -> balances.put(line.account() + ' ' + line.currency(), line.balance()));
        return balances;
    }

    /** Everything in a list, and an if for each event that is known to say when it happened. */
    private Map<String, Long> naive(RandomBooks books, Instant until) {
        var all = new ArrayList<RecordedEvent>();
        var reading = house.books().open();
        reading.scan(books.ledger(), 0, reading.position(), all::add);
        var balances = new TreeMap<String, Long>();
        for (var recorded : all) {
            if (!happened(recorded, all).isAfter(until)) {
                recorded.event()
                        .entry()
                        .ifPresent(entry -> entry.postings().forEach(posting -> {
                            var money = posting.money();
                            var signed = posting.side() == Side.DEBIT ? money.amount() : -money.amount();
                            balances.merge(posting.account().control() + ' ' + money.currency(), signed, Long::sum);
                        }));
            }
        }
        return balances;
    }

    private static Instant happened(RecordedEvent recorded, List<RecordedEvent> all) {
        var requests = new HashMap<TopUpId, TopUpRequested>();
        all.forEach(other -> {
            if (other.event() instanceof TopUpRequested request) {
                requests.put(request.topUp(), request);
            }
        });
        @Nullable
        Instant effective = switch (recorded.event()) {
            case Purchased e -> e.effective();
            case TopUpSucceeded e ->
                Objects.requireNonNull(requests.get(e.topUp())).effective();
            case TopUpUnclaimed e ->
                Objects.requireNonNull(requests.get(e.topUp())).effective();
            default -> null;
        };
        return effective == null ? recorded.at() : effective;
    }
}
