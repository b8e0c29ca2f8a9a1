package io.microwallet.core.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Held against the JDK's own sorted map, whatever is done to both. */
class SortedTreeTest {
    private static final int STEPS = 4_000;

    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 20), LongStream.of(System.nanoTime()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void it_does_what_the_jdks_map_does_and_stays_in_balance(long seed) {
        var random = new Random(seed);
        var keys = 1 + random.nextInt(2_000);
        var map = new TreeMap<Integer, Integer>();
        var tree = SortedTree.<Integer, Integer>empty();
        for (var step = 0; step < STEPS; step++) {
            var key = random.nextInt(keys);
            switch (random.nextInt(seed % 2 == 0 ? 8 : 40)) {
                case 0, 1, 2 -> {
                    map.remove(key);
                    tree = tree.without(key);
                }
                case 3 -> {
                    var cut = key / (1 + random.nextInt(20));
                    map.headMap(cut).clear();
                    tree = tree.from(cut);
                }
                default -> {
                    map.put(key, step);
                    tree = tree.with(key, step);
                }
            }
            assertThat(tree.size()).isEqualTo(map.size());
            assertThat(tree.countBelow(key)).isEqualTo(map.headMap(key).size());
            assertThat(tree.get(key).orElse(null)).isEqualTo(map.get(key));
            if (step % 16 == 0) {
                assertThat(entries(tree)).isEqualTo(List.copyOf(map.entrySet()));
                tree.checkedDepth();
            }
        }
    }

    @Test
    void ascending_and_descending_keys_leave_it_as_shallow() {
        var up = SortedTree.<Integer, Integer>empty();
        var down = SortedTree.<Integer, Integer>empty();
        for (var i = 0; i < 100_000; i++) {
            up = up.with(i, i);
            down = down.with(-i, i);
        }

        assertThat(up.checkedDepth()).isLessThan(40);
        assertThat(down.checkedDepth()).isLessThan(40);
        assertThat(up.from(60_000).size()).isEqualTo(40_000);
        assertThat(up.from(60_000).checkedDepth()).isLessThan(40);
    }

    @Test
    void whoever_holds_one_never_sees_it_change() {
        var before =
                SortedTree.<Integer, String>empty().with(1, "a").with(2, "b").with(3, "c");

        before.with(4, "d");
        before.with(1, "z");
        before.without(2);
        before.from(3);

        assertThat(entries(before)).containsExactly(Map.entry(1, "a"), Map.entry(2, "b"), Map.entry(3, "c"));
    }

    @Test
    void two_are_equal_when_they_hold_the_same_however_they_came_to_it() {
        var one = SortedTree.<Integer, Integer>empty();
        var other = SortedTree.<Integer, Integer>empty();
        for (var i = 0; i < 100; i++) {
            one = one.with(i, i);
            other = other.with(99 - i, 99 - i);
        }

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.without(5)).isNotEqualTo(other);
        assertThat(one.with(5, 6)).isNotEqualTo(other);
        assertThat(one.without(100)).isSameAs(one);
    }

    private static <K extends Comparable<K>, V> List<Map.Entry<K, V>> entries(SortedTree<K, V> tree) {
        var entries = new ArrayList<Map.Entry<K, V>>();
        tree.forEach((key, value) -> entries.add(Map.entry(key, value)));
        return entries;
    }
}
