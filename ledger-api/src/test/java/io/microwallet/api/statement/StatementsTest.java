package io.microwallet.api.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.bookkeeping.RandomBooks;
import io.microwallet.api.bookkeeping.TestHouse;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.page.PageRequest;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {
    private TestHouse house;
    private Statements statements;

    @BeforeEach
    void open() {
        house = TestHouse.at(Instant.parse("2026-11-23T18:00:00Z"));
        statements = new Statements(house.books(), new StatementEntries(house.books(), house.texts()));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_261_123})
    void each_entry_shows_what_is_available_after_it(long seed) {
        var books = played(seed);

        for (var wallet : books.wallets()) {
            var available = new HashMap<String, Long>();
            for (var entry : whole(wallet).reversed()) {
                var amount = entry.amount();
                if (amount != null) {
                    available.merge(
                            Objects.requireNonNull(amount.currency()),
                            Objects.requireNonNull(amount.amount()),
                            Long::sum);
                    assertThat(entry.available())
                            .isEqualTo(new MoneyJson(available.get(amount.currency()), amount.currency()));
                }
            }
        }
    }

    @Test
    void pages_put_together_are_the_whole_and_the_last_has_no_next() {
        var wallet = played(3).wallets().getFirst();
        var whole = whole(wallet);
        assertThat(whole).hasSizeGreaterThan(7);

        for (var limit : List.of(1, 3, whole.size() - 1, whole.size())) {
            assertThat(pages(wallet, limit)).isEqualTo(whole);
        }
        assertThat(page(wallet, null, whole.size()).next()).isNull();
        assertThat(whole.getLast().kind()).isEqualTo("opened");
        assertThat(whole).extracting(Statement.Entry::position).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void what_comes_later_moves_no_page() {
        var books = played(4);
        var wallet = books.wallets().getFirst();
        var whole = whole(wallet);
        var first = page(wallet, null, 2);

        books.topUp(wallet, Money.of(100, "EUR"), true);

        var second = page(wallet, first.next(), 200);
        assertThat(second.entries()).isEqualTo(whole.subList(2, whole.size()));
        assertThat(second.position()).isGreaterThan(first.position());
    }

    @Test
    void a_stalled_indexer_hides_nothing() {
        var books = played(5);
        var wallet = books.wallets().getFirst();
        house.stallIndexer();
        books.topUp(wallet, Money.of(4_200, "EUR"), true);

        var newest = page(wallet, null, 1).entries().getFirst();
        assertThat(newest.amount()).isEqualTo(new MoneyJson(4_200L, "EUR"));
        var whole = whole(wallet);
        house.resumeIndexer();
        assertThat(whole(wallet)).isEqualTo(whole);
    }

    @Test
    void only_what_moves_balance_or_status_is_in_it() {
        var books = played(6);

        var kinds = books.wallets().stream()
                .flatMap(wallet -> whole(wallet).stream())
                .map(Statement.Entry::kind)
                .toList();
        assertThat(Set.copyOf(kinds)).isEqualTo(Set.of("opened", "frozen", "unfrozen", "top-up", "purchase"));
    }

    private RandomBooks played(long seed) {
        var books = house.ledger(seed, ZoneId.of("Europe/Berlin"));
        books.merchant("Baker", MerchantKind.THIRD_PARTY);
        books.wallet();
        books.play(150, Duration.ofMinutes(10));
        return books;
    }

    private List<Statement.Entry> whole(WalletId wallet) {
        return pages(wallet, PageRequest.LIMIT_MAX);
    }

    private List<Statement.Entry> pages(WalletId wallet, int limit) {
        var entries = new ArrayList<Statement.Entry>();
        String cursor = null;
        do {
            var page = page(wallet, cursor, limit);
            entries.addAll(page.entries());
            cursor = page.next();
        } while (cursor != null);
        return entries;
    }

    private Statement page(WalletId wallet, @Nullable String cursor, int limit) {
        return statements.page(wallet, PageRequest.of(cursor, Integer.toString(limit), "statement", wallet));
    }
}
