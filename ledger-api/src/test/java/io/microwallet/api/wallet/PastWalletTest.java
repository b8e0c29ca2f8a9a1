package io.microwallet.api.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.api.bookkeeping.RandomBooks;
import io.microwallet.api.bookkeeping.TestHouse;
import io.microwallet.api.entry.EffectiveTimes;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.problem.ProblemException;
import io.microwallet.api.ledger.LedgerTimes;
import io.microwallet.api.past.AsOf;
import io.microwallet.api.past.BookedFunds;
import io.microwallet.api.past.TimeBasis;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.Scope;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Money;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wallets of the past, against what was told then and against a naive replay of their events. */
class PastWalletTest {
    private static final Instant START = Instant.parse("2026-11-23T18:00:00Z");
    private static final Duration MICRO = Duration.ofNanos(1_000);
    private static final String TOKEN = "w1_0";

    private TestHouse house;
    private WalletViews views;

    @BeforeEach
    void open() {
        house = TestHouse.at(START);
        views = new WalletViews(house.books(), house.texts(), new LedgerTimes(house.books(), house.clock()));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private record Told(Instant at, WalletId wallet, WalletViews.View view) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_261_123})
    void by_recorded_time_it_is_what_was_told_at_that_instant(long seed) {
        var books = ledger(seed);
        var told = new ArrayList<Told>();
        for (var i = 0; i < 15; i++) {
            books.play(8, Duration.ofMinutes(10));
            for (var wallet : books.wallets()) {
                told.add(new Told(house.clock().instant(), wallet, views.of(caller(books), wallet, TOKEN)));
            }
            house.clock().advance(MICRO);
        }

        assertThat(told).hasSizeGreaterThan(100).allSatisfy(then -> {
            var found = views.past(caller(books), then.wallet(), TOKEN, recorded(then.at()));
            assertThat(found.balances()).isEqualTo(then.view().balances());
            assertThat(found.status()).isEqualTo(then.view().status());
            assertThat(found.at()).isEqualTo(then.at().toString());
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 20_261_124})
    void by_effective_time_it_is_what_a_naive_replay_of_its_entries_adds_up(long seed) {
        var books = ledger(seed);
        books.play(150, Duration.ofHours(2));
        var wallet = books.wallets().getFirst();
        var times = new EffectiveTimes(house.books());
        var all = new ArrayList<RecordedEvent>();
        var reading = house.books().open();
        reading.scan(books.ledger(), 0, reading.position(), all::add);
        var happened = all.stream().map(times::of).toList();

        for (var at = START; at.isBefore(house.clock().instant()); at = at.plus(Duration.ofHours(9))) {
            var naive = new BookedFunds(wallet);
            for (var i = 0; i < all.size(); i++) {
                if (!happened.get(i).isAfter(at)) {
                    all.get(i).event().entry().ifPresent(naive::add);
                }
            }
            var found = views.past(caller(books), wallet, TOKEN, effective(at));
            assertThat(found.balances())
                    .extracting(WalletViews.Balance::available)
                    .isEqualTo(naive.all().stream()
                            .map(BookedFunds.Booked::available)
                            .toList());
            assertThat(found.effectiveAt()).isEqualTo(at.toString());
        }
    }

    @Test
    void what_is_recorded_at_that_very_instant_belongs_to_it_and_a_microsecond_before_does_not() {
        var books = ledger(3);
        var wallet = books.wallets().getFirst();
        house.clock().set(START.plusSeconds(10));
        books.topUp(wallet, Money.of(100, "EUR"), true);

        var then = START.plusSeconds(10);
        assertThat(available(books, wallet, then)).containsExactly(100L);
        assertThat(available(books, wallet, then.minus(MICRO))).isEmpty();
    }

    @Test
    void before_it_was_opened_it_was_not_there() {
        var books = ledger(4);
        var wallet = books.wallets().getFirst();

        assertThatThrownBy(() -> available(books, wallet, START.minusSeconds(1)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("WALLET_NOT_FOUND"));
    }

    @Test
    void by_effective_time_it_may_have_been_paid_from_before_it_was_opened() {
        var books = ledger(5);
        var wallet = books.wallets().getFirst();
        books.topUp(wallet, Money.of(1_000, "EUR"), true);
        var sold = START.minus(Duration.ofDays(30));
        books.purchase(wallet, Money.of(300, "EUR"), sold);

        var view = views.past(caller(books), wallet, TOKEN, effective(sold));
        assertThat(view.balances()).extracting(WalletViews.Balance::available).containsExactly(-300L);
        assertThat(view.status()).isEqualTo("open");
        assertThat(view.createdAt()).isEqualTo(START.toString());
        assertThatThrownBy(() -> views.past(caller(books), wallet, TOKEN, effective(sold.minus(MICRO))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("WALLET_NOT_FOUND"));
    }

    private List<Long> available(RandomBooks books, WalletId wallet, Instant at) {
        return views.past(caller(books), wallet, TOKEN, recorded(at)).balances().stream()
                .map(WalletViews.Balance::available)
                .toList();
    }

    private RandomBooks ledger(long seed) {
        var books = house.ledger(seed, ZoneId.of("Europe/Berlin"));
        books.merchant("Baker", MerchantKind.THIRD_PARTY);
        books.wallet();
        return books;
    }

    private static Caller caller(RandomBooks books) {
        var nobody = new UUID(1, 1);
        return new Caller(
                new ClientId(nobody),
                new KeyId(nobody),
                books.ledger(),
                Optional.of(Mode.SANDBOX),
                Set.of(Scope.FINANCE),
                1);
    }

    private static AsOf effective(Instant at) {
        return new AsOf(TimeBasis.EFFECTIVE, at);
    }

    private static AsOf recorded(Instant at) {
        return new AsOf(TimeBasis.RECORDED, at);
    }
}
