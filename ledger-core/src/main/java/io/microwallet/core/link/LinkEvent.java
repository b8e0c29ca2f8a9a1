package io.microwallet.core.link;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.List;

/** What happened to balance links. */
public sealed interface LinkEvent extends Event {
    record LinkCreated(
            LedgerId ledger,
            LinkId link,
            WalletId wallet,
            ClientId client,
            SecretHash secretHash,
            int secretVersion,
            Instant expires)
            implements LinkEvent {
        @Override
        public List<Tag> tags() {
            return List.of(link.tag(), wallet.tag());
        }
    }

    record LinkRevoked(LinkId link, WalletId wallet) implements LinkEvent {
        @Override
        public List<Tag> tags() {
            return List.of(link.tag(), wallet.tag());
        }
    }
}
