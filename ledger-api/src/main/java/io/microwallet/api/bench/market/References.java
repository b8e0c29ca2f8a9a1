package io.microwallet.api.bench.market;

import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.Vault;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/** Order numbers of tills, sealed for each wallet before the clock starts, as the projections open and index them. */
public final class References {
    private static final int KEYS_AT_ONCE = 1_000;

    private final Vault vault;
    private final Map<WalletId, SealedText> sealed = new ConcurrentHashMap<>();

    public References(Vault vault) {
        this.vault = vault;
    }

    public void seal(List<WalletId> wallets) {
        var next = 0;
        for (var some :
                (Iterable<List<WalletId>>) wallets.stream().gather(Gatherers.windowFixed(KEYS_AT_ONCE))::iterator) {
            vault.dataKeys().create(some.stream().map(WalletId::value).toList());
            for (var wallet : some) {
                sealed.put(wallet, vault.sealedTexts().seal(wallet.value(), "order-" + (1_000_000 + next++)));
            }
        }
    }

    /** Null for a wallet that none was sealed for. */
    @Nullable
    SealedText of(WalletId wallet) {
        return sealed.get(wallet);
    }
}
