package io.microwallet.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    private static final Money EURO = Money.of(100, "EUR");

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1",
        "1001, 1, 1, 1",
        "1, 0, 1, 1",
        "1, 101, 1, 1",
        "1, 1, 0, 1",
        "1, 1, 1001, 1",
        "1, 1, 1, 0",
        "1, 1, 1, 367"
    })
    void a_number_is_one_to_its_bound(int topUpsADay, int openHolds, int openLots, int refundGraceDays) {
        assertThatThrownBy(() -> new Limits(List.of(), List.of(), topUpsADay, openHolds, openLots, refundGraceDays))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_bounds_themselves_are_limits() {
        assertThat(new Limits(
                        List.of(Money.of(Limits.BALANCE_MAX, "EUR")),
                        List.of(Money.of(Limits.TOP_UP_MAX, "EUR")),
                        1_000,
                        100,
                        1_000,
                        366))
                .isNotNull();
        assertThat(new Limits(List.of(Money.of(1, "EUR")), List.of(Money.of(1, "EUR")), 1, 1, 1, 1))
                .isNotNull();
    }

    @Test
    void an_amount_is_positive_and_within_its_bound() {
        refused(List.of(Money.of(0, "EUR")), List.of());
        refused(List.of(), List.of(Money.of(-1, "EUR")));
        refused(List.of(Money.of(Limits.BALANCE_MAX + 1, "EUR")), List.of());
        refused(List.of(), List.of(Money.of(Limits.TOP_UP_MAX + 1, "EUR")));
    }

    @Test
    void a_currency_is_named_once() {
        refused(List.of(EURO, EURO), List.of());
        refused(List.of(), List.of(EURO, Money.of(1, "EUR")));
    }

    @Test
    void a_currency_that_is_not_named_has_no_limit() {
        var limits = new Limits(List.of(EURO), List.of(), 1, 1, 1, 1);
        assertThat(limits.balance(Currency.of("EUR"))).contains(EURO);
        assertThat(limits.balance(Currency.of("JPY"))).isEmpty();
        assertThat(limits.topUp(Currency.of("EUR"))).isEmpty();
    }

    @Test
    void whoever_never_changed_them_has_the_default() {
        assertThat(Limits.DEFAULT).isEqualTo(new Limits(List.of(), List.of(), 50, 20, 200, 14));
    }

    private static void refused(List<Money> balance, List<Money> topUp) {
        assertThatThrownBy(() -> new Limits(balance, topUp, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
