package io.microwallet.core.wallet;

import static io.microwallet.core.given.PopUp.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BurnDownTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Currency EUR = Currency.of("EUR");

    private static final Lot EXPIRED = credit(1, -3_600, 0);
    private static final Lot EXPIRES_SOON = credit(2, -60, 60);
    private static final Lot EXPIRES_SOON_BUT_YOUNGER = credit(3, -30, 60);
    private static final Lot EXPIRES_LATER = credit(4, -3_600, 3_600);
    private static final Lot CREDIT = credit(5, -10);
    private static final Lot OLD_CASH = cash(6, -3_600);
    private static final Lot CASH = cash(7, -60);
    private static final Lot CASH_OF_THE_SAME_INSTANT = cash(8, -60);
    private static final List<Lot> IN_ORDER = List.of(
            EXPIRED,
            EXPIRES_SOON,
            EXPIRES_SOON_BUT_YOUNGER,
            EXPIRES_LATER,
            CREDIT,
            OLD_CASH,
            CASH,
            CASH_OF_THE_SAME_INSTANT);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void lots_that_expire_go_first_then_credit_then_the_oldest(long seed) {
        var shuffled = new ArrayList<>(IN_ORDER);
        Collections.shuffle(shuffled, new Random(seed));

        List<Lot> kept = List.of();
        for (var lot : shuffled) {
            kept = BurnDown.with(kept, lot);
        }

        assertThat(kept).isEqualTo(IN_ORDER);
    }

    @Test
    void an_expired_lot_is_not_spent() {
        assertThat(BurnDown.take(IN_ORDER, eur(150), NOON))
                .containsExactly(EXPIRES_SOON, part(EXPIRES_SOON_BUT_YOUNGER, 50));
    }

    @Test
    void a_lot_is_spent_until_the_instant_that_it_expires() {
        var lots = List.of(EXPIRES_SOON, CASH);

        assertThat(BurnDown.take(lots, eur(1), NOON.plusSeconds(60).minusNanos(1_000)))
                .containsExactly(part(EXPIRES_SOON, 1));
        assertThat(BurnDown.take(lots, eur(1), NOON.plusSeconds(60))).containsExactly(part(CASH, 1));
        assertThat(BurnDown.spendable(lots, EUR, NOON.plusSeconds(60))).isEqualTo(eur(100));
    }

    @Test
    void a_lot_of_another_currency_is_not_spent() {
        var yen = Lot.cash(id(9), Money.of(500, "JPY"), NOON.minusSeconds(9_999));

        assertThat(BurnDown.take(List.of(yen, CASH), eur(100), NOON)).containsExactly(part(CASH, 100));
        assertThat(BurnDown.spendable(List.of(yen, CASH), EUR, NOON)).isEqualTo(eur(100));
    }

    @Test
    void more_than_the_lots_are_worth_cannot_be_drawn() {
        assertThatThrownBy(() -> BurnDown.take(IN_ORDER, eur(701), NOON)).isInstanceOf(IllegalArgumentException.class);
        assertThat(BurnDown.take(IN_ORDER, eur(700), NOON)).hasSize(7);
    }

    @Test
    void what_was_drawn_is_gone_and_the_rest_stays_in_order() {
        var left = BurnDown.without(IN_ORDER, BurnDown.take(IN_ORDER, eur(550), NOON));

        assertThat(left).containsExactly(EXPIRED, part(CASH, 50), CASH_OF_THE_SAME_INSTANT);
    }

    @Test
    void what_comes_back_goes_into_its_own_lot_or_its_place() {
        var parts = BurnDown.take(IN_ORDER, eur(550), NOON);

        assertThat(BurnDown.with(BurnDown.without(IN_ORDER, parts), parts)).isEqualTo(IN_ORDER);
    }

    @Test
    void a_part_of_a_lot_that_is_not_there_is_not_taken() {
        assertThatThrownBy(() -> BurnDown.without(List.of(CASH), List.of(OLD_CASH)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BurnDown.without(List.of(part(CASH, 1)), List.of(CASH)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BurnDown.without(IN_ORDER, List.of(CASH, OLD_CASH)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cash_does_not_expire_and_a_lot_has_something_left() {
        assertThatThrownBy(() -> new Lot(id(1), LotKind.CASH, eur(1), NOON, NOON, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Lot(id(1), LotKind.CASH, eur(1), NOON, null, Funder.ledger()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Lot(id(1), LotKind.CREDIT, eur(1), NOON, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CASH.of(eur(0))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Lot credit(int number, int since, int expires) {
        return Lot.credit(id(number), eur(100), NOON.plusSeconds(since), NOON.plusSeconds(expires), Funder.ledger());
    }

    private static Lot credit(int number, int since) {
        return Lot.credit(id(number), eur(100), NOON.plusSeconds(since), null, Funder.plan());
    }

    private static Lot cash(int number, int since) {
        return Lot.cash(id(number), eur(100), NOON.plusSeconds(since));
    }

    private static LotId id(int number) {
        return new LotId(new UUID(1, number));
    }

    private static Lot part(Lot lot, long cents) {
        return lot.of(eur(cents));
    }
}
