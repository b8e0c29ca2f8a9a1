package io.microwallet.api.bench.market;

import io.microwallet.core.wallet.WalletId;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.UUID;

/** As many wallets as one likes, in no memory: each id is computed from a random number and its place. */
final class DerivedWallets extends AbstractList<WalletId> implements RandomAccess {
    /** The golden ratio, and the multipliers of MurmurHash3: neighbours look nothing alike. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final long MIX_1 = 0xFF51AFD7ED558CCDL;
    private static final long MIX_2 = 0xC4CEB9FE1A85EC53L;

    private final UUID seed = Market.uuid();
    private final int size;

    DerivedWallets(int size) {
        this.size = size;
    }

    @Override
    public WalletId get(int index) {
        Objects.checkIndex(index, size);
        return new WalletId(new UUID(
                mixed(seed.getMostSignificantBits() + index * GOLDEN),
                mixed(seed.getLeastSignificantBits() - index * GOLDEN)));
    }

    @Override
    public int size() {
        return size;
    }

    private static long mixed(long value) {
        var once = (value ^ value >>> 33) * MIX_1;
        var twice = (once ^ once >>> 33) * MIX_2;
        return twice ^ twice >>> 33;
    }
}
