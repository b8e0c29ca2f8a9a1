package io.microwallet.eventstore.decide;

import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A Bloom filter that grows by layers, up to so many bytes: from there on it says "perhaps" more and more often, but never "no" of
 * what is in it. Until it is whole it says "perhaps" to everything. All the bits of one hash stand in one block of 512, so that a
 * question is one look into memory a layer. Hashes are seeded, so that nobody can choose what collides.
 */
final class GrowingFilter {
    private static final int FIRST_LAYER = 1 << 20;
    private static final int BITS_A_HASH = 12;
    private static final int PROBES = 7;
    private static final int BLOCK_WORDS = 8;
    /** Nine bits of a hash say which of a block's. */
    private static final int BLOCK_BITS = 9;

    private static final int WORDS_MAX = 1 << 28;

    private final long seed;
    private final long bytesMax;
    private final List<Layer> layers = new CopyOnWriteArrayList<>();
    private long bytes;
    private volatile boolean whole;

    GrowingFilter(SecureRandom random, long bytesMax) {
        this(random, FIRST_LAYER, bytesMax);
    }

    GrowingFilter(SecureRandom random, int firstLayer, long bytesMax) {
        this.seed = random.nextLong();
        this.bytesMax = bytesMax;
        grow(firstLayer);
    }

    /** Everything that was there before this filter began is in it now. */
    void whole() {
        whole = true;
    }

    long hash(UUID first, UUID second) {
        return mixed(mixed(seed, first), second);
    }

    long hash(int first, UUID second) {
        return mixed(mix(seed ^ first), second);
    }

    private static long mixed(long hash, UUID more) {
        return mix(mix(hash ^ more.getMostSignificantBits()) ^ more.getLeastSignificantBits());
    }

    private Layer grow(long hashes) {
        var layer = new Layer(hashes);
        bytes += layer.bytes();
        layers.add(layer);
        return layer;
    }

    /** What is in it already takes no room again. */
    synchronized void add(long hash) {
        if (contains(hash)) {
            return;
        }
        var newest = layers.getLast();
        if (newest.hashes >= newest.hashesMax && canGrow(newest)) {
            newest = grow(newest.hashesMax * 2);
        }
        newest.add(hash);
    }

    private boolean canGrow(Layer newest) {
        return newest.words.length() <= WORDS_MAX / 2 && bytes + 2 * newest.bytes() <= bytesMax;
    }

    /** False only of what was never added. */
    boolean mayContain(long hash) {
        return !whole || contains(hash);
    }

    private boolean contains(long hash) {
        for (var layer : layers) {
            if (layer.contains(hash)) {
                return true;
            }
        }
        return false;
    }

    long bytes() {
        return bytes;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static final class Layer {
        final long hashesMax;
        final AtomicLongArray words;
        final int blocks;
        long hashes;

        Layer(long hashesMax) {
            this.hashesMax = hashesMax;
            blocks = Math.toIntExact(Math.max(1, hashesMax * BITS_A_HASH / Long.SIZE / BLOCK_WORDS));
            words = new AtomicLongArray(blocks * BLOCK_WORDS);
        }

        long bytes() {
            return (long) words.length() * Long.BYTES;
        }

        /** The upper half of the hash says which block. */
        private int block(long hash) {
            return (int) ((hash >>> Integer.SIZE) * blocks >>> Integer.SIZE) * BLOCK_WORDS;
        }

        void add(long hash) {
            hashes++;
            var block = block(hash);
            var probes = mix(hash);
            for (var i = 0; i < PROBES; i++) {
                var bit = probes >>> i * BLOCK_BITS;
                words.getAndAccumulate(word(block, bit), 1L << bit, (word, added) -> word | added);
            }
        }

        boolean contains(long hash) {
            var block = block(hash);
            var probes = mix(hash);
            for (var i = 0; i < PROBES; i++) {
                var bit = probes >>> i * BLOCK_BITS;
                if ((words.get(word(block, bit)) & 1L << bit) == 0) {
                    return false;
                }
            }
            return true;
        }

        private static int word(int block, long bit) {
            return block + ((int) (bit >>> 6) & BLOCK_WORDS - 1);
        }
    }
}
