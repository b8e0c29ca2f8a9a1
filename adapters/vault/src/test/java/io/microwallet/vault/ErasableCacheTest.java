package io.microwallet.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ErasableCacheTest {
    private final ErasableCache<String, String> cache = new ErasableCache<>(2);

    @Test
    void what_was_read_before_an_erasure_is_not_kept_after_it() {
        var read = cache.get("member", () -> {
            cache.erase(entry -> entry.getKey().equals("member"));
            return Optional.of("key");
        });
        assertThat(read).contains("key");
        assertThat(cache.get("member", Optional::empty)).isEmpty();
    }

    @Test
    void an_entry_is_loaded_once() {
        var loads = new AtomicInteger();
        for (var i = 0; i < 3; i++) {
            cache.get("a", () -> Optional.of("value" + loads.incrementAndGet()));
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    void the_entry_unused_for_longest_makes_way() {
        cache.get("a", () -> Optional.of("1"));
        cache.get("b", () -> Optional.of("2"));
        cache.get("a", () -> Optional.of("unused"));
        cache.get("c", () -> Optional.of("3"));
        assertThat(cache.get("a", Optional::empty)).contains("1");
        assertThat(cache.get("b", Optional::empty)).isEmpty();
    }

    @Test
    void what_is_not_there_is_asked_for_again() {
        cache.get("a", Optional::empty);
        assertThat(cache.get("a", () -> Optional.of("1"))).contains("1");
    }

    @Test
    void of_many_only_those_are_loaded_that_are_not_there_yet() {
        cache.get("a", () -> Optional.of("1"));
        assertThat(cache.getAll(Set.of("a", "b", "absent"), missing -> {
                    assertThat(missing).containsExactlyInAnyOrder("b", "absent");
                    return Map.of("b", "2");
                }))
                .isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(cache.getAll(Set.of("a", "b"), missing -> Map.of("a", "again", "b", "again")))
                .isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @Test
    void many_that_were_read_before_an_erasure_are_not_kept_after_it() {
        cache.getAll(Set.of("member"), missing -> {
            cache.erase(entry -> entry.getKey().equals("member"));
            return Map.of("member", "key");
        });
        assertThat(cache.get("member", Optional::empty)).isEmpty();
    }
}
