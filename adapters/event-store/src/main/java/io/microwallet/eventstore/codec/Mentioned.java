package io.microwallet.eventstore.codec;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.id.Identifier;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.wallet.WalletId;
import org.jspecify.annotations.Nullable;

/**
 * What one event has named so far, by whoever writes or reads it. The ledger and client of its envelope are not said again where
 * a field of its data would; the first wallet and the first merchant of its data are {@code *} in the names of accounts.
 */
final class Mentioned {
    private @Nullable LedgerId ledger;
    private @Nullable ClientId client;
    private @Nullable WalletId wallet;
    private @Nullable MerchantId merchant;

    /** A new event begins. */
    void begin(LedgerId itsLedger, @Nullable ClientId itsClient) {
        ledger = itsLedger;
        client = itsClient;
        wallet = null;
        merchant = null;
    }

    void add(Identifier id) {
        switch (id) {
            case WalletId it when wallet == null -> wallet = it;
            case MerchantId it when merchant == null -> merchant = it;
            default -> {}
        }
    }

    @Nullable
    LedgerId ledger() {
        return ledger;
    }

    @Nullable
    ClientId client() {
        return client;
    }

    @Nullable
    WalletId wallet() {
        return wallet;
    }

    @Nullable
    MerchantId merchant() {
        return merchant;
    }
}
