package io.microwallet.eventstore.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowOrderTest {
    @Test
    void every_row_has_its_place_by_rank_and_equal_ones_in_the_order_in_which_they_came() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var ranks = random.longs(5_000, 0, 1L << RowOrder.RANK_BITS)
                .map(rank -> random.nextInt(4) == 0 ? rank & 7 : rank)
                .toArray();
        ranks[17] = (1L << RowOrder.RANK_BITS) - 1;
        var expected = IntStream.range(0, ranks.length)
                .boxed()
                .sorted((a, b) -> Long.compare(ranks[a], ranks[b]))
                .toList();
        assertThat(RowOrder.of(ranks.length, row -> ranks[row]))
                .as("seed %d", seed)
                .containsExactly(expected.stream().mapToInt(Integer::intValue).toArray());
    }

    @Test
    void no_rows_have_no_order() {
        assertThat(RowOrder.of(0, row -> row)).isEmpty();
    }
}
