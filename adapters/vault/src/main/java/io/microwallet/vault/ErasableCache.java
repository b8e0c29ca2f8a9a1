package io.microwallet.vault;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The entries used last, bounded; what was read before an erasure is not put in after it. */
final class ErasableCache<K, V> {
    private final Map<K, V> entries;
    private long erasures;

    ErasableCache(int max) {
        entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > max;
            }
        };
    }

    Optional<V> get(K key, Supplier<Optional<V>> load) {
        long before;
        synchronized (this) {
            var found = entries.get(key);
            if (found != null) {
                return Optional.of(found);
            }
            before = erasures;
        }
        var loaded = load.get();
        loaded.ifPresent(value -> put(key, value, before));
        return loaded;
    }

    /** Those that there are; what is not here is loaded at once. */
    Map<K, V> getAll(Set<K> keys, Function<Set<K>, Map<K, V>> load) {
        var found = new HashMap<K, V>();
        var missing = new HashSet<K>();
        long before;
        synchronized (this) {
            for (var key : keys) {
                var value = entries.get(key);
                if (value == null) {
                    missing.add(key);
                } else {
                    found.put(key, value);
                }
            }
            before = erasures;
        }
        if (!missing.isEmpty()) {
            var loaded = load.apply(missing);
            loaded.forEach((key, value) -> put(key, value, before));
            found.putAll(loaded);
        }
        return found;
    }

    /** After the rows are gone. */
    synchronized void erase(Predicate<Map.Entry<K, V>> gone) {
        erasures++;
        entries.entrySet().removeIf(gone);
    }

    /** An erasure between the look-up and now may have been of this very entry. */
    private synchronized void put(K key, V value, long before) {
        if (erasures == before) {
            entries.put(key, value);
        }
    }
}
