package io.microwallet.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final Money MOST = Money.of(Money.AMOUNT_MAX, "EUR");
    private static final Money CENT = Money.of(1, "EUR");

    @Test
    void the_largest_amount_is_what_every_json_reader_holds_exactly() {
        assertThat(Money.AMOUNT_MAX).isEqualTo(9_007_199_254_740_991L);
        assertThat(MOST.negated()).isEqualTo(Money.of(-Money.AMOUNT_MAX, "EUR"));
    }

    @ParameterizedTest
    @ValueSource(longs = {Money.AMOUNT_MAX + 1, -Money.AMOUNT_MAX - 1, Long.MAX_VALUE, Long.MIN_VALUE})
    void an_amount_beyond_the_bounds_is_refused(long amount) {
        assertThatThrownBy(() -> Money.of(amount, "EUR")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_sum_beyond_the_bounds_is_refused() {
        assertThatThrownBy(() -> MOST.plus(CENT)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> MOST.negated().minus(CENT)).isInstanceOf(ArithmeticException.class);
        assertThat(MOST.minus(CENT).plus(CENT)).isEqualTo(MOST);
    }

    @Test
    void currencies_do_not_mix() {
        var yen = Money.of(1, "JPY");

        assertThatThrownBy(() -> CENT.plus(yen)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CENT.minus(yen)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CENT.compareTo(yen)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CENT.atMost(yen)).isInstanceOf(IllegalArgumentException.class);
        assertThat(CENT).isNotEqualTo(yen);
    }

    @Test
    void an_amount_knows_its_sign() {
        assertThat(CENT.isPositive()).isTrue();
        assertThat(CENT.negated().isNegative()).isTrue();
        assertThat(CENT.minus(CENT).isZero()).isTrue();
        assertThat(CENT.positive()).isSameAs(CENT);
        assertThatThrownBy(() -> CENT.minus(CENT).positive()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CENT.negated().positive()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_smaller_of_two_is_at_most_the_other() {
        assertThat(MOST.atMost(CENT)).isEqualTo(CENT);
        assertThat(CENT.atMost(MOST)).isEqualTo(CENT);
    }
}
