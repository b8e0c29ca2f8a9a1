package io.microwallet.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.api.bookkeeping.RandomBooks;
import io.microwallet.api.bookkeeping.TestHouse;
import io.microwallet.api.export.span.LedgerDays;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.problem.ProblemException;
import io.microwallet.api.tools.NeedsTool;
import io.microwallet.api.trialbalance.TrialBalance;
import io.microwallet.core.books.Reading;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.Scope;
import io.microwallet.core.journal.Side;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.WalletToken;
import io.microwallet.vault.WalletTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NeedsTool("hledger")
class JournalExportTest {
    private static final ClientId READER = new ClientId(new UUID(9, 9));
    private static final Duration PAUSE = Duration.ofMinutes(70);

    private TestHouse house;

    @BeforeEach
    void open() {
        house = TestHouse.at(Instant.parse("2026-10-23T18:00:00Z"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest(name = "seed {0} in {1}")
    @CsvSource({"1, Europe/Berlin", "2026, America/St_Johns"})
    void every_span_of_days_ties_out_to_the_trial_balance_as_of_its_end(long seed, ZoneId zone) {
        var books = played(seed, zone, 150);
        var days = new LedgerDays(zone);
        var first = days.dayOf(house.startedAt());
        var last = days.dayOf(house.clock().instant());
        assertThat(first.plusDays(2)).isBefore(last);

        for (var from = first; !from.isAfter(last); from = from.plusDays(2)) {
            for (var to = from; !to.isAfter(last); to = to.plusDays(2)) {
                assertTiesOut(books.ledger(), days, from, to);
            }
        }
        assertTiesOut(books.ledger(), days, null, null);
    }

    private void assertTiesOut(LedgerId ledger, LedgerDays days, @Nullable LocalDate from, @Nullable LocalDate to) {
        var journal = export(ledger, query("hledger", from, to, null));
        var end = to == null ? Instant.MAX : days.startOf(to.plusDays(1));

        Hledger.check(journal);
        assertThat(rolledUp(Hledger.balances(journal)))
                .describedAs("from %s to %s", from, to)
                .isEqualTo(replayed(house.books().open(), ledger, end));
    }

    @Test
    void the_whole_export_shows_the_figures_of_the_trial_balance() {
        var books = played(4, ZoneId.of("Europe/Berlin"), 200);
        var balance = TrialBalance.of(house.books().open(), books.ledger());

        var expected = new TreeMap<String, BigDecimal>();
        for (var line : balance.accounts()) {
            var figure = BigDecimal.valueOf(
                    line.balance(), Currency.of(line.currency()).decimals());
            expected.put(line.account() + ' ' + line.currency(), figure);
        }
        expected.values().removeIf(figure -> figure.signum() == 0);
        assertThat(rolledUp(Hledger.balances(export(books.ledger(), query("hledger", null, null, null)))))
                .isEqualTo(expected);
        assertThat(balance.totals())
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.debits()).isEqualTo(it.credits()));
    }

    @Test
    void a_merchant_payout_is_in_the_journal_that_hledger_reads() {
        var books = house.ledger(9, ZoneId.of("Europe/Berlin"));
        var baker = books.merchant("Baker", MerchantKind.THIRD_PARTY);
        var wallet = books.wallet();
        books.topUp(wallet, Money.of(5_000, "EUR"), true);
        books.purchase(wallet, Money.of(2_000, "EUR"));
        var payable = "Liabilities:Merchant:" + baker.text() + ":Payable";
        var owed = TrialBalance.of(house.books().open(), books.ledger()).accounts().stream()
                .filter(line -> line.account().equals(payable))
                .mapToLong(line -> -line.balance())
                .sum();
        books.payOut(baker, Money.of(owed, "EUR"), house.books().open().position());

        var journal = export(books.ledger(), query("hledger", null, null, null));

        Hledger.check(journal);
        assertThat(Hledger.balances(journal))
                .containsEntry("Assets:Bank EUR", BigDecimal.valueOf(-owed, 2))
                .doesNotContainKeys(payable + " EUR", "Liabilities:PayoutsInFlight:" + baker.text() + " EUR");
        assertThat(rows(export(books.ledger(), query("csv", null, null, null))))
                .anySatisfy(row -> assertThat(row).contains("payout-requested", baker.text()))
                .anySatisfy(row -> assertThat(row).contains("payout-settled", "Assets:Bank"));
    }

    @Test
    void the_days_put_together_have_each_entry_of_the_whole_once() {
        var zone = ZoneId.of("Europe/Berlin");
        var books = played(5, zone, 150);
        var days = new LedgerDays(zone);

        var rows = new ArrayList<String>();
        var last = days.dayOf(house.clock().instant());
        for (var day = days.dayOf(house.startedAt()); !day.isAfter(last); day = day.plusDays(1)) {
            rows.addAll(rows(export(books.ledger(), query("csv", day, day, null))));
        }
        assertThat(rows).isEqualTo(rows(export(books.ledger(), query("csv", null, null, null))));
    }

    @Test
    void the_table_holds_the_same_figures_as_the_journal() {
        var books = played(6, ZoneId.of("Asia/Tokyo"), 100);
        var day = LocalDate.of(2026, 10, 25);

        var sums = new TreeMap<String, BigDecimal>();
        var csv = new String(export(books.ledger(), query("csv", day, null, null)), StandardCharsets.UTF_8);
        csv.lines().skip(1).forEach(line -> {
            var cells = line.split(",", -1);
            var amount = cells[6].isEmpty() ? new BigDecimal(cells[7]).negate() : new BigDecimal(cells[6]);
            sums.merge(cells[5] + ' ' + cells[8], amount, BigDecimal::add);
        });
        sums.values().removeIf(sum -> sum.signum() == 0);
        assertThat(sums).isEqualTo(Hledger.balances(export(books.ledger(), query("hledger", day, null, null))));
    }

    @Test
    void an_export_is_the_same_bytes_while_writes_go_on() throws InterruptedException {
        var books = played(7, ZoneId.of("Europe/Berlin"), 100);
        var position = house.books().open().position();
        var today =
                new LedgerDays(ZoneId.of("Europe/Berlin")).dayOf(house.clock().instant());
        var fixed = query("hledger", null, null, position);
        var over = query("csv", null, today.minusDays(1), null);
        var firstFixed = export(books.ledger(), fixed);
        var firstOver = export(books.ledger(), over);

        var stop = new AtomicBoolean();
        var writer = Thread.ofVirtual().start(() -> {
            while (!stop.get()) {
                books.purchase(books.wallets().getFirst(), Money.of(1, "EUR"));
            }
        });
        for (var i = 0; i < 10; i++) {
            assertThat(export(books.ledger(), fixed)).isEqualTo(firstFixed);
            assertThat(export(books.ledger(), over)).isEqualTo(firstOver);
        }
        stop.set(true);
        writer.join();
        assertThat(house.books().open().position()).isGreaterThan(position);
    }

    @Test
    void a_stalled_indexer_changes_no_byte() {
        var books = played(8, ZoneId.of("Europe/Berlin"), 50);
        house.stallIndexer();
        books.play(50, PAUSE);
        var query = query("hledger", LocalDate.of(2026, 10, 24), null, null);

        var stalled = export(books.ledger(), query);
        var balance = TrialBalance.of(house.books().open(), books.ledger());
        house.resumeIndexer();

        assertThat(export(books.ledger(), query)).isEqualTo(stalled);
        assertThat(TrialBalance.of(house.books().open(), books.ledger())).isEqualTo(balance);
        assertThat(rolledUp(Hledger.balances(stalled)))
                .isEqualTo(replayed(house.books().open(), books.ledger(), Instant.MAX));
    }

    @Test
    void another_ledger_is_not_in_it() {
        var books = played(9, ZoneId.of("Europe/Berlin"), 60);
        var before = export(books.ledger(), query("hledger", null, null, null));

        played(10, ZoneId.of("Asia/Tokyo"), 60);

        assertThat(export(books.ledger(), query("hledger", null, null, null))).isEqualTo(before);
    }

    @Test
    void an_erased_members_references_are_blank_and_every_figure_stays() {
        var books = played(11, ZoneId.of("Europe/Berlin"), 60);
        var wallet = books.emptiedWallet("order-of-the-erased");
        var query = query("csv", null, null, house.books().open().position());
        var before = text(books.ledger(), query);
        assertThat(before).contains("order-of-the-erased");

        house.erase(books, wallet);

        assertThat(text(books.ledger(), query)).isEqualTo(before.replace("order-of-the-erased", ""));
        assertThat(known(wallet)).isInstanceOf(WalletTokens.Erased.class);
    }

    @Test
    void an_export_makes_known_the_tokens_that_it_shows_but_never_those_of_the_erased() {
        var books = played(14, ZoneId.of("Europe/Berlin"), 60);
        var erased = books.emptiedWallet("order");
        house.erase(books, erased);
        assertThat(known(books.wallets().getFirst())).isInstanceOf(WalletTokens.Unknown.class);

        var journal = text(books.ledger(), query("csv", null, null, null));

        assertThat(journal).contains(token(erased).text());
        assertThat(known(erased)).isInstanceOf(WalletTokens.Unknown.class);
        assertThat(books.wallets())
                .filteredOn(wallet -> journal.contains(token(wallet).text()))
                .isNotEmpty()
                .allSatisfy(wallet -> assertThat(known(wallet)).isEqualTo(new WalletTokens.Found(wallet)));
    }

    private WalletToken token(WalletId wallet) {
        return house.tokens().of(READER, 1, wallet);
    }

    private WalletTokens.Resolved known(WalletId wallet) {
        return house.tokens().resolve(READER, token(wallet));
    }

    @Test
    void a_ledger_in_which_nothing_happened_is_an_empty_journal_that_hledger_accepts() {
        var books = house.ledger(12, ZoneId.of("Europe/Berlin"));

        for (var from : new LocalDate[] {null, LocalDate.of(2026, 10, 1), LocalDate.of(2030, 1, 1)}) {
            var journal = export(books.ledger(), query("hledger", from, null, null));
            Hledger.check(journal);
            assertThat(Hledger.balances(journal)).isEmpty();
        }
    }

    @Test
    void a_position_that_is_not_there_yet_is_refused() {
        var books = house.ledger(13, ZoneId.of("Europe/Berlin"));
        var query = query("hledger", null, null, house.books().open().position() + 1);

        assertThatThrownBy(() -> export(books.ledger(), query)).isInstanceOf(ProblemException.class);
    }

    private byte[] export(LedgerId ledger, ExportQuery query) {
        var reader = new Caller(
                READER, new KeyId(new UUID(9, 10)), ledger, Optional.of(Mode.SANDBOX), Set.of(Scope.FINANCE), 1);
        var bytes = new ByteArrayOutputStream();
        try {
            new JournalExports(house.books(), house.texts(), house.tokens())
                    .begin(reader, query)
                    .write(query.format().over(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private RandomBooks played(long seed, ZoneId zone, int steps) {
        var books = house.ledger(seed, zone);
        books.merchant("x  1 EUR\n; y", MerchantKind.THIRD_PARTY);
        books.merchant("=Café, [2026-10-24] date:2020-01-01", MerchantKind.OWN);
        books.wallet();
        books.play(steps, PAUSE);
        return books;
    }

    private static ExportQuery query(
            String format, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Long position) {
        return ExportQuery.of(text(from), text(to), format, text(position));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private String text(LedgerId ledger, ExportQuery query) {
        return new String(export(ledger, query), StandardCharsets.UTF_8);
    }

    /** Entries alone: no head row, no opening balances. */
    private static List<String> rows(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .filter(line -> !line.startsWith("0,"))
                .toList();
    }

    /** Wallets under their control accounts: the token is the third part of the name. */
    private static Map<String, BigDecimal> rolledUp(Map<String, BigDecimal> balances) {
        var rolledUp = new TreeMap<String, BigDecimal>();
        balances.forEach(
                (account, balance) -> rolledUp.merge(account.replaceFirst(":w1_[^:]+", ""), balance, BigDecimal::add));
        rolledUp.values().removeIf(balance -> balance.signum() == 0);
        return rolledUp;
    }

    /** The control accounts as of an instant, straight from the events. */
    private static Map<String, BigDecimal> replayed(Reading reading, LedgerId ledger, Instant end) {
        var sums = new TreeMap<String, BigDecimal>();
        reading.scan(ledger, 0, reading.position(), recorded -> {
            if (recorded.at().isBefore(end)) {
                recorded.event()
                        .entry()
                        .ifPresent(entry -> entry.postings().forEach(posting -> {
                            var amount = posting.money().amount();
                            var currency = posting.money().currency();
                            var signed = posting.side() == Side.DEBIT ? amount : -amount;
                            sums.merge(
                                    posting.account().control() + ' ' + currency,
                                    BigDecimal.valueOf(signed, currency.decimals()),
                                    BigDecimal::add);
                        }));
            }
        });
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }
}
