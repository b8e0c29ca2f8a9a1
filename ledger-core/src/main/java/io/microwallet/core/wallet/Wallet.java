package io.microwallet.core.wallet;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member's accounts in one ledger. Its state stays small however long its history. */
public sealed interface Wallet extends Entity {
    @Override
    Wallet evolve(Event event, Instant at);

    record Unborn() implements Wallet {
        @Override
        public Wallet evolve(Event event, Instant at) {
            return event instanceof WalletOpened e
                    ? new Open(e.wallet(), e.ledger(), e.client(), false, List.of(), 0, e.reference(), e.contact(), at)
                    : this;
        }
    }

    /** {@code lots} have something left, in burn-down order; {@code pendingTopUps} have no known outcome yet. */
    record Open(
            WalletId id,
            LedgerId ledger,
            ClientId openedBy,
            boolean frozen,
            List<Lot> lots,
            int pendingTopUps,
            @Nullable SealedText reference,
            @Nullable SealedText contact,
            Instant openedAt)
            implements Wallet {
        @Override
        public Wallet evolve(Event event, Instant at) {
            return this;
        }
    }

    /** Holds no money and takes none. */
    record Closed(
            WalletId id,
            LedgerId ledger,
            ClientId openedBy,
            @Nullable SealedText reference,
            @Nullable SealedText contact,
            Instant openedAt,
            Instant closedAt)
            implements Wallet {
        @Override
        public Wallet evolve(Event event, Instant at) {
            return this;
        }
    }

    /** Its texts and tokens are gone. */
    record Erased(WalletId id, LedgerId ledger) implements Wallet {
        @Override
        public Wallet evolve(Event event, Instant at) {
            return this;
        }
    }
}
