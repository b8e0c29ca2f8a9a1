package io.microwallet.api.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.api.bookkeeping.RandomBooks;
import io.microwallet.api.bookkeeping.TestHouse;
import io.microwallet.api.http.page.PageRequest;
import io.microwallet.api.http.problem.ProblemException;
import io.microwallet.api.past.TimeBasis;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Months of a wallet: what it held before, what moved, what it held after. */
class MonthlyStatementsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private TestHouse house;
    private MonthlyStatements months;
    private Statements statements;

    @BeforeEach
    void open() {
        house = TestHouse.at(Instant.parse("2026-10-10T18:00:00Z"));
        var lines = new StatementEntries(house.books(), house.texts());
        months = new MonthlyStatements(house.books(), lines);
        statements = new Statements(house.books(), lines);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @EnumSource(TimeBasis.class)
    void opening_and_entries_come_to_closing_and_closing_is_the_next_opening(TimeBasis by) {
        var books = played(1);
        for (var wallet : books.wallets()) {
            var carried = new HashMap<String, Long>();
            for (var month = YearMonth.of(2026, 9);
                    month.isBefore(YearMonth.of(2027, 3));
                    month = month.plusMonths(1)) {
                var page = page(wallet, month, by, null, PageRequest.LIMIT_MAX);
                var period = Objects.requireNonNull(page.period());
                assertThat(page.next()).isNull();
                assertThat(nonZero(available(period.opening()))).isEqualTo(nonZero(carried));
                page.entries().forEach(entry -> move(carried, entry));
                assertThat(nonZero(available(period.closing()))).isEqualTo(nonZero(carried));
                assertThat(page.entries())
                        .allSatisfy(entry -> assertThat(time(entry, by))
                                .isBetween(period.from(), period.to())
                                .isNotEqualTo(period.to()));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 20_261_123})
    void the_months_by_recorded_time_are_the_whole_statement(long seed) {
        var books = played(seed);
        for (var wallet : books.wallets()) {
            var all = new ArrayList<Statement.Entry>();
            for (var month = YearMonth.of(2027, 3);
                    month.isAfter(YearMonth.of(2026, 8));
                    month = month.minusMonths(1)) {
                all.addAll(pages(wallet, month, TimeBasis.RECORDED, 200));
            }
            assertThat(all).isEqualTo(whole(wallet));
        }
    }

    @ParameterizedTest
    @EnumSource(TimeBasis.class)
    void pages_put_together_are_the_month(TimeBasis by) {
        var books = played(3);
        var wallet = books.wallets().getFirst();
        var month = pages(wallet, NOVEMBER, by, 200);
        assertThat(month).hasSizeGreaterThan(5);

        for (var limit : List.of(1, 2, month.size() - 1, month.size())) {
            assertThat(pages(wallet, NOVEMBER, by, limit)).isEqualTo(month);
        }
        assertThat(month).extracting(entry -> time(entry, by)).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void a_month_begins_and_ends_at_midnight_in_the_ledgers_zone() {
        var books = ledger(4);
        var wallet = books.wallets().getFirst();
        topUp(books, wallet, "2026-10-31T22:59:59.999999Z", 1);
        topUp(books, wallet, "2026-10-31T23:00:00Z", 20);
        topUp(books, wallet, "2026-11-30T22:59:59.999999Z", 300);
        topUp(books, wallet, "2026-11-30T23:00:00Z", 4_000);

        var period = Objects.requireNonNull(
                page(wallet, NOVEMBER, TimeBasis.RECORDED, null, 50).period());

        assertThat(available(period.opening())).isEqualTo(Map.of("EUR", 1L));
        assertThat(available(period.closing())).isEqualTo(Map.of("EUR", 321L));
        assertThat(period.from()).isEqualTo("2026-10-31T23:00:00Z");
        assertThat(period.to()).isEqualTo("2026-11-30T23:00:00Z");
        assertThat(period.timeZone()).isEqualTo("Europe/Berlin");
    }

    @Test
    void what_comes_later_changes_no_month_by_recorded_time() {
        var books = played(5);
        var wallet = books.wallets().getFirst();
        var before = page(wallet, NOVEMBER, TimeBasis.RECORDED, null, 200);

        books.play(40, Duration.ofHours(20));

        var after = page(wallet, NOVEMBER, TimeBasis.RECORDED, null, 200);
        assertThat(after.entries()).isEqualTo(before.entries());
        assertThat(after.period()).isEqualTo(before.period());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "2026-1", "26-11", "2026-11-01", "november"})
    void a_month_that_is_none_is_told_so(String month) {
        assertThatThrownBy(() -> Period.of(month, null)).isInstanceOf(ProblemException.class);
    }

    @Test
    void by_is_one_of_two_times_and_belongs_to_a_month() {
        assertThatThrownBy(() -> Period.of("2026-11", "posted")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Period.of(null, "recorded")).isInstanceOf(ProblemException.class);
        assertThat(Period.of(null, null)).isEmpty();
    }

    private RandomBooks played(long seed) {
        var books = ledger(seed);
        books.play(150, Duration.ofHours(20));
        return books;
    }

    private RandomBooks ledger(long seed) {
        var books = house.ledger(seed, BERLIN);
        books.merchant("Baker", MerchantKind.THIRD_PARTY);
        books.wallet();
        return books;
    }

    private void topUp(RandomBooks books, WalletId wallet, String at, long cents) {
        house.clock().set(Instant.parse(at));
        books.topUp(wallet, Money.of(cents, "EUR"), true);
    }

    private static String time(Statement.Entry entry, TimeBasis by) {
        var effective = entry.effectiveAt();
        return by == TimeBasis.EFFECTIVE && effective != null ? effective : entry.at();
    }

    private static void move(Map<String, Long> balances, Statement.Entry entry) {
        var amount = entry.amount();
        if (amount != null) {
            balances.merge(
                    Objects.requireNonNull(amount.currency()), Objects.requireNonNull(amount.amount()), Long::sum);
        }
    }

    private static Map<String, Long> available(List<Statement.Balance> balances) {
        var available = new HashMap<String, Long>();
        balances.forEach(balance -> available.put(balance.currency(), balance.available()));
        return available;
    }

    private static Map<String, Long> nonZero(Map<String, Long> balances) {
        var some = new HashMap<>(balances);
        some.values().removeIf(balance -> balance == 0);
        return some;
    }

    private List<Statement.Entry> pages(WalletId wallet, YearMonth month, TimeBasis by, int limit) {
        var entries = new ArrayList<Statement.Entry>();
        String cursor = null;
        do {
            var page = page(wallet, month, by, cursor, limit);
            entries.addAll(page.entries());
            cursor = page.next();
        } while (cursor != null);
        return entries;
    }

    private Statement page(WalletId wallet, YearMonth month, TimeBasis by, @Nullable String cursor, int limit) {
        var request = PageRequest.of(cursor, Integer.toString(limit), "statement", wallet, month, by);
        return months.page(wallet, new Period(month, BERLIN, by), request);
    }

    private List<Statement.Entry> whole(WalletId wallet) {
        var entries = new ArrayList<Statement.Entry>();
        String cursor = null;
        do {
            var page = statements.page(wallet, PageRequest.of(cursor, "200", "statement", wallet));
            entries.addAll(page.entries());
            cursor = page.next();
        } while (cursor != null);
        return entries;
    }
}
