package io.microwallet.core.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.drop.DropId;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpenHoldsTest {
    private static final MerchantId MERCHANT = new MerchantId(new UUID(1, 1));
    private static final List<DropId> DROPS = List.of(new DropId(new UUID(2, 1)), new DropId(new UUID(2, 2)));
    private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    private OpenHold hold(int number) {
        var amount = Money.of(10, "EUR");
        var lot = Lot.cash(new LotId(new UUID(3, number)), Money.of(1 + random.nextInt(10), "EUR"), AT);
        var drop = random.nextInt(3);
        return new OpenHold(
                new HoldId(new UUID(4, number)),
                MERCHANT,
                drop < DROPS.size() ? DROPS.get(drop) : null,
                null,
                amount,
                List.of(lot),
                AT.plusSeconds(random.nextInt(100)));
    }

    @Test
    void it_knows_what_a_walk_through_all_of_them_would_find() {
        var funds = new Funds(List.of(), List.of());
        var all = new ArrayList<OpenHold>();
        for (var i = 0; i < 1_000; i++) {
            if (all.size() < 20 || random.nextBoolean() && all.size() < 60) {
                var placed = hold(i);
                all.add(placed);
                funds = new Funds(funds.lots(), OpenHolds.of(funds.holds()).with(placed));
            } else {
                var gone = all.remove(random.nextInt(all.size()));
                funds = funds.letGo(gone.id(), List.of());
            }
            assertIsAWalk(funds, all);
        }
    }

    private void assertIsAWalk(Funds funds, List<OpenHold> all) {
        assertThat(funds.holds()).as("seed %d", seed).isEqualTo(all);
        assertThat(funds.nextDue())
                .as("seed %d", seed)
                .isEqualTo(all.stream().map(OpenHold::expires).min(Comparator.naturalOrder()));
        for (var drop : DROPS) {
            assertThat(funds.unitsHeld(drop)).as("seed %d", seed).isEqualTo((int) all.stream()
                    .filter(hold -> drop.equals(hold.drop()) && !hold.isCapturedInPart())
                    .count());
        }
    }

    @Test
    void a_lot_that_expires_before_every_hold_is_due_first_and_later_it_is_not() {
        var held = List.of(hold(1));
        var lapses = held.getFirst().expires();
        for (var expires : List.of(lapses.minusSeconds(1), lapses, lapses.plusSeconds(1))) {
            var credit = Lot.credit(
                    new LotId(new UUID(3, 9)), Money.of(5, "EUR"), AT.minusSeconds(9), expires, Funder.plan());
            assertThat(new Funds(List.of(credit), held).nextDue())
                    .contains(expires.isBefore(lapses) ? expires : lapses);
            assertThat(new Funds(List.of(credit), List.of()).nextDue()).contains(expires);
        }
    }
}
