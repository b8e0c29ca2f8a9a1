package io.microwallet.core.merchant;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantEvent.MerchantAdded;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A seller. Its purchases are no part of its state: they are found by its tag. */
public sealed interface Merchant extends Entity {
    @Override
    Merchant evolve(Event event, Instant at);

    /** This merchant as that ledger sees it: another ledger's was never born there. */
    default Merchant within(LedgerId ledger) {
        return this instanceof Trading merchant && !merchant.ledger().equals(ledger) ? new Unborn() : this;
    }

    record Unborn() implements Merchant {
        @Override
        public Merchant evolve(Event event, Instant at) {
            return event instanceof MerchantAdded e
                    ? new Trading(
                            e.merchant(), e.ledger(), e.kind(), e.commissionBasisPoints(), e.name(), e.reference(), at)
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
        /** Our share of a sale, rounded half to even; none of an own shop's, which is income whole. */
        public Money commissionOn(Money amount) {
            return switch (kind) {
                case OWN -> Money.zero(amount.currency());
                case THIRD_PARTY -> new CommissionRate(commissionBasisPoints).of(amount);
            };
        }

        @Override
        public Merchant evolve(Event event, Instant at) {
            return this;
        }
    }
}
