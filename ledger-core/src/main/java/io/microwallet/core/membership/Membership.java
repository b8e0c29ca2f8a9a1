package io.microwallet.core.membership;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.membership.MembershipEvent.MembershipCancelled;
import io.microwallet.core.membership.MembershipEvent.MembershipPeriodEnded;
import io.microwallet.core.membership.MembershipEvent.MembershipRenewed;
import io.microwallet.core.membership.MembershipEvent.MembershipStarted;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One member's membership of one plan. What runs of it, its wallet knows too: {@link OpenMembership}. */
public sealed interface Membership extends Entity {
    @Override
    Membership evolve(Event event, Instant at);

    /** What never changes of it; empty for what never began. */
    default Optional<Agreement> agreed() {
        return switch (this) {
            case Unborn _ -> Optional.empty();
            case Running it -> Optional.of(it.agreement());
            case Cancelled it -> Optional.of(it.agreement());
            case Lapsed it -> Optional.of(it.agreement());
            case Ended it -> Optional.of(it.agreement());
        };
    }

    /** This membership as that ledger sees it: another ledger's was never born there. */
    default Membership within(LedgerId ledger) {
        return agreed().filter(it -> it.ledger().equals(ledger)).isPresent() ? this : new Unborn();
    }

    /** What never changes of a membership. */
    record Agreement(
            LedgerId ledger,
            MembershipId id,
            WalletId wallet,
            PlanId plan,
            ClientId client,
            Money price,
            @Nullable SealedText reference,
            Instant startedAt) {}

    record Unborn() implements Membership {
        @Override
        public Membership evolve(Event event, Instant at) {
            return event instanceof MembershipStarted e ? new Running(e.agreement(at), at, e.periodEnds()) : this;
        }
    }

    /** Is renewed when its period is over. */
    record Running(Agreement agreement, Instant periodBegan, Instant periodEnds) implements Membership {
        @Override
        public Membership evolve(Event event, Instant at) {
            return switch (event) {
                case MembershipCancelled _ -> new Cancelled(agreement, periodBegan, periodEnds, at);
                case MembershipPeriodEnded _ -> new Lapsed(agreement, periodEnds);
                case Event _ -> this;
            };
        }
    }

    /** Runs to the end of the period that was paid for, and no further. */
    record Cancelled(Agreement agreement, Instant periodBegan, Instant periodEnds, Instant cancelledAt)
            implements Membership {
        @Override
        public Membership evolve(Event event, Instant at) {
            return event instanceof MembershipPeriodEnded ? new Ended(agreement, at) : this;
        }
    }

    /** Its period is over and no other was paid for yet. */
    record Lapsed(Agreement agreement, Instant periodEnded) implements Membership {
        @Override
        public Membership evolve(Event event, Instant at) {
            return switch (event) {
                case MembershipRenewed e -> new Running(agreement, at, e.periodEnds());
                case MembershipCancelled _ -> new Ended(agreement, at);
                case Event _ -> this;
            };
        }
    }

    /** Cancelled, and over. */
    record Ended(Agreement agreement, Instant endedAt) implements Membership {
        @Override
        public Membership evolve(Event event, Instant at) {
            return this;
        }
    }
}
