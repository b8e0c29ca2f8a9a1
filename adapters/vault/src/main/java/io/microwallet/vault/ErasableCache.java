package io.microwallet.vault;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
