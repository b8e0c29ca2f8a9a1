package io.microwallet.core.membership;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.membership.Membership.Agreement;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.TellsBalance;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to plans and memberships. */
public sealed interface MembershipEvent extends Event {
    record PlanCreated(
            LedgerId ledger,
            PlanId plan,
            SealedText name,
            PlanTerms terms,
            @Nullable SealedText reference) implements MembershipEvent {
        @Override
        public List<Tag> tags() {
            return List.of(plan.tag());
        }
    }

    record PlanRetired(PlanId plan) implements MembershipEvent {
        @Override
        public List<Tag> tags() {
            return List.of(plan.tag());
        }
    }

    /** What concerns one member. */
    sealed interface OfMember extends MembershipEvent {
        MembershipId membership();

        WalletId wallet();

        @Override
        default List<Tag> tags() {
            return List.of(wallet().tag(), membership().tag());
        }
    }

    /** A credit of a membership: what the member paid for and, beyond it, a present; {@code lots} in burn-down order. */
    sealed interface Gives extends OfMember, TellsBalance {
        Money amount();

        List<Lot> lots();

        @Override
        WalletId wallet();

        @Override
        Money available();

        /** What of it comes out of what is deferred. */
        default Money paidByPlan() {
            long paid = 0;
            for (var lot : lots()) {
                paid += Funder.plan().equals(lot.funder()) ? lot.amount().amount() : 0;
            }
            return new Money(paid, amount().currency());
        }
    }

    /** The first period is paid; {@code lots} are the parts of the cash that paid. */
    record MembershipStarted(
            LedgerId ledger,
            MembershipId membership,
            WalletId wallet,
            PlanId plan,
            ClientId client,
            Money price,
            Benefits benefits,
            Instant periodEnds,
            Money available,
            List<Lot> lots,
            @Nullable SealedText reference,
            JournalEntry journalEntry)
            implements OfMember, TellsBalance {
        public MembershipStarted {
            lots = List.copyOf(lots);
        }

        Agreement agreement(Instant at) {
            return new Agreement(ledger, membership, wallet, plan, client, price, reference, at);
        }

        OpenMembership open() {
            return new OpenMembership(
                    membership, plan, benefits, OpenMembership.Status.RENEWING, periodEnds, price, List.of(), 0);
        }

        @Override
        public Optional<JournalEntry> entry() {
            return Optional.of(journalEntry);
        }
    }

    /** One more period is paid, from now on; {@code lots} are the parts of the cash that paid. */
    record MembershipRenewed(
            MembershipId membership,
            WalletId wallet,
            Money price,
            Instant periodEnds,
            Money available,
            List<Lot> lots,
            JournalEntry journalEntry)
            implements OfMember, TellsBalance {
        public MembershipRenewed {
            lots = List.copyOf(lots);
        }

        @Override
        public Optional<JournalEntry> entry() {
            return Optional.of(journalEntry);
        }
    }

    /** The credit of a period. */
    record MembershipCreditGranted(
            MembershipId membership,
            WalletId wallet,
            Money amount,
            Money available,
            List<Lot> lots,
            JournalEntry journalEntry)
            implements Gives {
        public MembershipCreditGranted {
            lots = List.copyOf(lots);
        }

        @Override
        public Optional<JournalEntry> entry() {
            return Optional.of(journalEntry);
        }
    }

    /** The credit for having been at so many different pop-ups. */
    record AttendanceRewarded(
            MembershipId membership,
            WalletId wallet,
            int popUps,
            Money amount,
            Money available,
            List<Lot> lots,
            JournalEntry journalEntry)
            implements Gives {
        public AttendanceRewarded {
            lots = List.copyOf(lots);
        }

        @Override
        public Optional<JournalEntry> entry() {
            return Optional.of(journalEntry);
        }
    }

    /** It is not renewed any more. */
    record MembershipCancelled(MembershipId membership, WalletId wallet) implements OfMember {}

    /**
     * What was left of the price is earned; no entry where its credits have taken all of it.
     *
     * @param due when the period was over; null where the wallet was closed before
     */
    record MembershipPeriodEnded(
            MembershipId membership,
            WalletId wallet,
            Money earned,
            @Nullable Instant due,
            @Nullable JournalEntry journalEntry)
            implements OfMember {
        @Override
        public Optional<JournalEntry> entry() {
            return Optional.ofNullable(journalEntry);
        }
    }
}
