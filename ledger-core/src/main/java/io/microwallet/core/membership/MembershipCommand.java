package io.microwallet.core.membership;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.WalletId;
import org.jspecify.annotations.Nullable;

/** Orders about plans and memberships. */
public sealed interface MembershipCommand extends Command {
    LedgerId ledger();

    record CreatePlan(
            LedgerId ledger,
            PlanId plan,
            SealedText name,
            PlanTerms terms,
            @Nullable SealedText reference) implements MembershipCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(plan);
        }
    }

    record RetirePlan(LedgerId ledger, PlanId plan) implements MembershipCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(plan);
        }
    }

    /** The plan is consulted only: its terms never change, and a start beside its retirement is in time. */
    record StartMembership(
            LedgerId ledger,
            MembershipId membership,
            WalletId wallet,
            PlanId plan,
            ClientId client,
            @Nullable SealedText reference)
            implements MembershipCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(wallet, membership).consulting(plan, ledger);
        }
    }

    /** {@code wallet} and {@code plan} are the membership's own. */
    record RenewMembership(LedgerId ledger, MembershipId membership, WalletId wallet, PlanId plan)
            implements MembershipCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(wallet, membership).consulting(plan, ledger);
        }
    }

    /** {@code wallet} is the membership's own. */
    record CancelMembership(LedgerId ledger, MembershipId membership, WalletId wallet) implements MembershipCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(wallet, membership);
        }
    }
}
