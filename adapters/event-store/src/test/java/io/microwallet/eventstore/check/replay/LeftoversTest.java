package io.microwallet.eventstore.check.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.money.Money;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeftoversTest {
    private static final int THINGS = 5_000;

    @Test
    void what_is_left_of_many_things_is_what_a_map_says() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var leftovers = new Leftovers();
        Map<UUID, Long> expected = new HashMap<>();
        for (var i = 0; i < THINGS; i++) {
            var id = new UUID(random.nextLong(), random.nextLong());
            leftovers.add(id, eur(60));
            leftovers.add(id, eur(1 + i % 40));
            expected.put(id, 60L + 1 + i % 40);
        }
        expected.forEach((id, left) -> {
            assertThat(leftovers.take(id, eur(left + 1))).as("seed %d", seed).isFalse();
            assertThat(leftovers.take(id, eur(left))).as("seed %d", seed).isTrue();
            assertThat(leftovers.take(id, eur(1))).as("seed %d", seed).isFalse();
        });
    }

    @Test
    void nothing_is_left_of_what_nobody_knows_nor_in_another_currency() {
        var id = new UUID(1, 2);
        var leftovers = new Leftovers();
        assertThat(leftovers.take(id, eur(1))).isFalse();
        leftovers.add(id, eur(1));
        leftovers.add(id, Money.of(5, "JPY"));
        assertThat(leftovers.take(id, Money.of(1, "JPY"))).isFalse();
        assertThat(leftovers.take(id, eur(1))).isTrue();
    }

    private static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }
}
