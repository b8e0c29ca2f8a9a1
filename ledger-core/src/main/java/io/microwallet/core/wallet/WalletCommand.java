package io.microwallet.core.wallet;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/** Orders about a wallet itself. */
public sealed interface WalletCommand extends Command {
    WalletId wallet();

    @Override
    default Boundary boundary() {
        return Boundary.over(wallet());
    }

    record OpenWallet(
            LedgerId ledger,
            WalletId wallet,
            ClientId client,
            @Nullable SealedText reference,
            @Nullable SealedText contact)
            implements WalletCommand {}

    record FreezeWallet(WalletId wallet) implements WalletCommand {}

    record UnfreezeWallet(WalletId wallet) implements WalletCommand {}

    record CloseWallet(WalletId wallet) implements WalletCommand {}

    record EraseWallet(WalletId wallet) implements WalletCommand {}

    /** A member showed a code at this client's till. */
    record ResolveWallet(WalletId wallet, ClientId client) implements WalletCommand {}

    /** Books what has come to its end by itself, also if nobody looks. The sweeper may be late, or ask twice, without harm. */
    record SettleOverdue(WalletId wallet) implements WalletCommand {}
}
