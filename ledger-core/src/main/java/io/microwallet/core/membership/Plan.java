package io.microwallet.core.membership;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.membership.MembershipEvent.PlanCreated;
import io.microwallet.core.membership.MembershipEvent.PlanRetired;
import io.microwallet.core.privacy.SealedText;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What members can join. Its memberships are no part of its state. */
public sealed interface Plan extends Entity {
    @Override
    Plan evolve(Event event, Instant at);

    /** This plan as that ledger sees it: another ledger's was never born there. */
    default Plan within(LedgerId ledger) {
        return offer().filter(it -> it.ledger().equals(ledger)).isPresent() ? this : new Unborn();
    }

    /** What never changes of it; empty for what was never created. */
    default Optional<Offered> offer() {
        return switch (this) {
            case Unborn _ -> Optional.empty();
            case Offered plan -> Optional.of(plan);
            case Retired plan -> Optional.of(plan.was());
        };
    }

    record Unborn() implements Plan {
        @Override
        public Plan evolve(Event event, Instant at) {
            return event instanceof PlanCreated e
                    ? new Offered(e.plan(), e.ledger(), e.name(), e.terms(), e.reference(), at)
                    : this;
        }
    }

    record Offered(
            PlanId id,
            LedgerId ledger,
            SealedText name,
            PlanTerms terms,
            @Nullable SealedText reference,
            Instant createdAt)
            implements Plan {
        @Override
        public Plan evolve(Event event, Instant at) {
            return event instanceof PlanRetired ? new Retired(this, at) : this;
        }
    }

    /** Takes no new members; those that it has renew as ever. */
    record Retired(Offered was, Instant retiredAt) implements Plan {
        @Override
        public Plan evolve(Event event, Instant at) {
            return this;
        }
    }
}
