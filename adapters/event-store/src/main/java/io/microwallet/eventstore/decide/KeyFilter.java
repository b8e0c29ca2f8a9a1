package io.microwallet.eventstore.decide;

import io.microwallet.core.request.RequestId;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A Bloom filter over every indexed key: "surely new" saves a look-up. It grows by layers, and until it is whole it says
 * "perhaps" to everything. Its hash is seeded, so that nobody can choose keys that collide.
 */
public final class KeyFilter {
    private static final int FIRST_LAYER_KEYS = 1 << 20;
    private static final int BITS_A_KEY = 12;
    private static final int PROBES = 7;
    /** Layers double: 12 of them hold four thousand million keys. */
    private static final int LAYERS_MAX = 12;

    private final long seed;
    private final List<Layer> layers = new CopyOnWriteArrayList<>();
    private volatile boolean whole;

    public KeyFilter(SecureRandom random) {
        this(random, FIRST_LAYER_KEYS);
    }

    KeyFilter(SecureRandom random, int firstLayerKeys) {
        seed = random.nextLong();
        layers.add(new Layer(firstLayerKeys));
    }

    /** Every key that was indexed before this filter began is in it now. */
    public void whole() {
        whole = true;
    }

    public boolean isWhole() {
        return whole;
    }

    public synchronized void add(RequestId id) {
        var newest = layers.getLast();
        if (newest.keys >= newest.keysMax) {
            if (layers.size() == LAYERS_MAX) {
                whole = false;
                return;
            }
            newest = new Layer(newest.keysMax * 2);
            layers.add(newest);
        }
        newest.add(hash(id));
    }

    /** False only if the key is surely new. */
    public boolean mayContain(RequestId id) {
        if (!whole) {
            return true;
        }
        var hash = hash(id);
        for (var layer : layers) {
            if (layer.contains(hash)) {
                return true;
            }
        }
        return false;
    }

    private long hash(RequestId id) {
        var client = id.client().value();
        var key = id.key().value();
        var hash = mix(seed ^ client.getMostSignificantBits());
        hash = mix(hash ^ client.getLeastSignificantBits());
        hash = mix(hash ^ key.getMostSignificantBits());
        return mix(hash ^ key.getLeastSignificantBits());
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static final class Layer {
        final long keysMax;
        final AtomicLongArray words;
        final long bits;
        long keys;

        Layer(long keysMax) {
            this.keysMax = keysMax;
            words = new AtomicLongArray(Math.toIntExact(keysMax * BITS_A_KEY / Long.SIZE));
            bits = (long) words.length() * Long.SIZE;
        }

        void add(long hash) {
            keys++;
            var step = mix(hash) | 1;
            for (var i = 0; i < PROBES; i++) {
                var bit = Long.remainderUnsigned(hash + i * step, bits);
                words.getAndAccumulate((int) (bit >>> 6), 1L << bit, (word, added) -> word | added);
            }
        }

        boolean contains(long hash) {
            var step = mix(hash) | 1;
            for (var i = 0; i < PROBES; i++) {
                var bit = Long.remainderUnsigned(hash + i * step, bits);
                if ((words.get((int) (bit >>> 6)) & 1L << bit) == 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
