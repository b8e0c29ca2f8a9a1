package io.microwallet.core.merchant;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantEvent.MerchantAdded;
import io.microwallet.core.privacy.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A seller. Its purchases are no part of its state: they are found by its tag. */
public sealed interface Merchant extends Entity {
    @Override
    Merchant evolve(Event event, Instant at);

    record Unborn() implements Merchant {
        @Override
        public Merchant evolve(Event event, Instant at) {
            return event instanceof MerchantAdded e
                    ? new Trading(e.merchant(), e.ledger(), e.kind(), e.commissionBasisPoints(), e.name(), e.reference(), at)
                    : this;
        }
    }

    record Trading(
            MerchantId id,
            LedgerId ledger,
            MerchantKind kind,
            int commissionBasisPoints,
            SealedText name,
            @Nullable SealedText reference,
            Instant addedAt)
            implements Merchant {
        @Override
        public Merchant evolve(Event event, Instant at) {
            return this;
        }
    }
}
