package io.microwallet.core.wallet;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.privacy.SealedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a wallet itself. */
public sealed interface WalletEvent extends Event {
    WalletId wallet();

    @Override
    default List<Tag> tags() {
        return List.of(wallet().tag());
    }

    record WalletOpened(
            LedgerId ledger,
            WalletId wallet,
            ClientId client,
            @Nullable SealedText reference,
            @Nullable SealedText contact)
            implements WalletEvent {}

    record WalletFrozen(WalletId wallet) implements WalletEvent {}

    record WalletUnfrozen(WalletId wallet) implements WalletEvent {}

    record WalletClosed(WalletId wallet) implements WalletEvent {}

    /** Its data key, texts and tokens are gone, or will be at the next start. */
    record WalletErased(WalletId wallet) implements WalletEvent {}

    record WalletResolved(WalletId wallet, ClientId client) implements WalletEvent {}
}
