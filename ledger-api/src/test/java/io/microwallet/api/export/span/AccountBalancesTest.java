package io.microwallet.api.export.span;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.Commission;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.Side;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.WalletId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountBalancesTest {
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD");

    private record Key(Account account, Currency currency) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_123, -7})
    void many_accounts_hold_what_a_plain_map_says(long seed) {
        var random = new Random(seed);
        var balances = new AccountBalances();
        Map<Key, Long> expected = new LinkedHashMap<>();
        for (var i = 0; i < 50_000; i++) {
            var posting = posting(random);
            balances.carry(posting);
            var signed = posting.side() == Side.DEBIT
                    ? posting.money().amount()
                    : -posting.money().amount();
            expected.merge(new Key(posting.account(), posting.money().currency()), signed, Long::sum);
        }
        expected.values().removeIf(amount -> amount == 0);

        Map<Key, Long> actual = new HashMap<>();
        balances.used().forEach(it -> actual.put(new Key(it.account(), it.currency()), it.opening()));
        assertThat(actual).describedAs("seed " + seed).isEqualTo(expected);
    }

    @Test
    void an_account_that_is_empty_and_untouched_is_not_used() {
        var balances = new AccountBalances();
        var money = Money.of(5, "EUR");
        balances.carry(Posting.debit(new Commission(), money));
        balances.carry(Posting.credit(new Commission(), money));
        assertThat(balances.used()).isEmpty();

        balances.touch(Posting.debit(new Commission(), money));
        assertThat(balances.used()).singleElement().satisfies(it -> {
            assertThat(it.opening()).isZero();
            assertThat(it.inSpan()).isTrue();
        });
    }

    @Test
    void wallets_come_in_the_order_of_their_first_posting() {
        var balances = new AccountBalances();
        for (var i = 0; i < 5_000; i++) {
            balances.carry(Posting.credit(funds(5_000 - i, LotKind.CASH, Availability.AVAILABLE), Money.of(1, "EUR")));
        }

        assertThat(balances.used()
                        .map(it -> ((WalletFunds) it.account()).wallet().value().getLeastSignificantBits()))
                .hasSize(5_000)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    private static Posting posting(Random random) {
        var money = Money.of(1 + random.nextInt(9), CURRENCIES.get(random.nextInt(CURRENCIES.size())));
        var account = random.nextInt(10) == 0
                ? new Commission()
                : funds(
                        random.nextInt(3_000),
                        LotKind.values()[random.nextInt(2)],
                        Availability.values()[random.nextInt(2)]);
        return random.nextBoolean() ? Posting.debit(account, money) : Posting.credit(account, money);
    }

    private static WalletFunds funds(int wallet, LotKind kind, Availability availability) {
        // The high half alike for all: what the low half tells apart must not collide into one chain.
        return new WalletFunds(new WalletId(new UUID(42, wallet)), kind, availability);
    }
}
