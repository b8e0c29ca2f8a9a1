package io.microwallet.core.membership;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.membership.MembershipCommand.CancelMembership;
import io.microwallet.core.membership.MembershipCommand.CreatePlan;
import io.microwallet.core.membership.MembershipCommand.RenewMembership;
import io.microwallet.core.membership.MembershipCommand.RetirePlan;
import io.microwallet.core.membership.MembershipCommand.StartMembership;
import io.microwallet.core.membership.MembershipEvent.MembershipCancelled;
import io.microwallet.core.membership.MembershipEvent.PlanCreated;
import io.microwallet.core.membership.MembershipEvent.PlanRetired;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.Optional;

/** How plans are offered, and how members join, stay and leave. */
public final class MembershipRules implements Decider<MembershipCommand> {
    @Override
    public Decision decide(States states, MembershipCommand command, Instant at) {
        return switch (command) {
            case CreatePlan c -> create(states.of(c.plan()), c);
            case RetirePlan c -> retire(states.of(c.plan()).within(c.ledger()), c);
            case StartMembership c -> start(states, c, at);
            case RenewMembership c -> renew(states, c, at);
            case CancelMembership c -> cancel(states, c);
        };
    }

    private static Decision create(Plan plan, CreatePlan command) {
        return switch (plan) {
            case Plan.Unborn _ ->
                accepted(new PlanCreated(
                        command.ledger(), command.plan(), command.name(), command.terms(), command.reference()));
            case Plan.Offered _, Plan.Retired _ -> refused(MembershipRefusal.PLAN_ALREADY_EXISTS);
        };
    }

    private static Decision retire(Plan plan, RetirePlan command) {
        return switch (plan) {
            case Plan.Unborn _ -> absent(Absence.PLAN_NOT_FOUND);
            case Plan.Offered _ -> accepted(new PlanRetired(command.plan()));
            case Plan.Retired _ -> refused(MembershipRefusal.PLAN_ALREADY_RETIRED);
        };
    }

    private static Decision start(States states, StartMembership command, Instant at) {
        var plan = states.of(command.plan()).within(command.ledger());
        return switch (states.of(command.wallet()).within(command.ledger())) {
            case Wallet.Unborn _ -> absent(Absence.WALLET_NOT_FOUND);
            case Wallet.Erased _ -> absent(Absence.WALLET_ERASED);
            case Wallet.Open _, Wallet.Closed _ when plan instanceof Plan.Unborn -> absent(Absence.PLAN_NOT_FOUND);
            case Wallet.Open _, Wallet.Closed _
            when !(states.of(command.membership()) instanceof Membership.Unborn) ->
                refused(MembershipRefusal.MEMBERSHIP_ALREADY_EXISTS);
            case Wallet.Closed _ -> refused(MembershipRefusal.WALLET_CLOSED);
            case Wallet.Open wallet ->
                start(wallet, plan, states.of(command.ledger()).limits(), command, at);
        };
    }

    private static Decision start(Wallet.Open wallet, Plan plan, Limits limits, StartMembership command, Instant at) {
        return switch (plan) {
            case Plan.Unborn _ -> absent(Absence.PLAN_NOT_FOUND);
            case Plan.Retired _ -> refused(MembershipRefusal.PLAN_RETIRED);
            case Plan.Offered offered -> {
                var refusal = joining(wallet, offered, limits, at);
                yield refusal.isPresent()
                        ? refused(refusal.get())
                        : new Decision.Accepted(new Period(wallet, offered.terms(), at).first(command));
            }
        };
    }

    private static Optional<MembershipRefusal> joining(
            Wallet.Open wallet, Plan.Offered plan, Limits limits, Instant at) {
        if (wallet.memberships().isMemberOf(plan.id())) {
            return Optional.of(MembershipRefusal.ALREADY_A_MEMBER);
        }
        return wallet.memberships().all().size() >= OpenMemberships.MAX
                ? Optional.of(MembershipRefusal.TOO_MANY_MEMBERSHIPS)
                : paying(new Period(wallet, plan.terms(), at), limits);
    }

    private static Optional<MembershipRefusal> paying(Period period, Limits limits) {
        var price = period.terms().price();
        if (period.wallet().frozen()) {
            return Optional.of(MembershipRefusal.WALLET_FROZEN);
        }
        if (!period.isWithinBalance(limits)) {
            return Optional.of(MembershipRefusal.BALANCE_LIMIT_EXCEEDED);
        }
        if (!period.isWithinLots(limits)) {
            return Optional.of(MembershipRefusal.TOO_MANY_OPEN_LOTS);
        }
        return period.wallet().cash(price.currency()).compareTo(price) < 0
                ? Optional.of(MembershipRefusal.INSUFFICIENT_CASH)
                : Optional.empty();
    }

    private static Decision renew(States states, RenewMembership command, Instant at) {
        var membership = states.of(command.membership()).within(command.ledger());
        var offer = states.of(command.plan()).offer();
        var agreed = membership.agreed().filter(it -> it.plan().equals(command.plan()));
        if (offer.isEmpty() || !isOf(command.wallet(), agreed)) {
            return absent(Absence.MEMBERSHIP_NOT_FOUND);
        }
        return switch (states.of(command.wallet())) {
            case Wallet.Unborn _ -> absent(Absence.WALLET_NOT_FOUND);
            case Wallet.Erased _ -> absent(Absence.WALLET_ERASED);
            case Wallet.Closed _ -> refused(MembershipRefusal.WALLET_CLOSED);
            case Wallet.Open wallet ->
                renew(
                        membership,
                        new Period(wallet, offer.get().terms(), at),
                        states.of(command.ledger()).limits());
        };
    }

    private static Decision renew(Membership membership, Period period, Limits limits) {
        return switch (membership) {
            case Membership.Unborn _ -> absent(Absence.MEMBERSHIP_NOT_FOUND);
            case Membership.Cancelled _, Membership.Ended _ -> refused(MembershipRefusal.MEMBERSHIP_CANCELLED);
            case Membership.Running _ -> refused(MembershipRefusal.MEMBERSHIP_NOT_DUE);
            case Membership.Lapsed it -> {
                var refusal = paying(period, limits);
                yield refusal.isPresent()
                        ? refused(refusal.get())
                        : new Decision.Accepted(period.next(it.agreement().id()));
            }
        };
    }

    private static Decision cancel(States states, CancelMembership command) {
        var membership = states.of(command.membership()).within(command.ledger());
        if (!isOf(command.wallet(), membership.agreed())) {
            return absent(Absence.MEMBERSHIP_NOT_FOUND);
        }
        return switch (states.of(command.wallet())) {
            case Wallet.Unborn _ -> absent(Absence.WALLET_NOT_FOUND);
            case Wallet.Erased _ -> absent(Absence.WALLET_ERASED);
            case Wallet.Closed _ -> refused(MembershipRefusal.WALLET_CLOSED);
            case Wallet.Open _ -> cancel(membership, command);
        };
    }

    private static Decision cancel(Membership membership, CancelMembership command) {
        return switch (membership) {
            case Membership.Unborn _ -> absent(Absence.MEMBERSHIP_NOT_FOUND);
            case Membership.Running _, Membership.Lapsed _ ->
                accepted(new MembershipCancelled(command.membership(), command.wallet()));
            case Membership.Cancelled _, Membership.Ended _ -> refused(MembershipRefusal.MEMBERSHIP_ALREADY_CANCELLED);
        };
    }

    private static boolean isOf(WalletId wallet, Optional<Membership.Agreement> agreed) {
        return agreed.filter(it -> it.wallet().equals(wallet)).isPresent();
    }
}
