package io.microwallet.core.membership;

import io.microwallet.core.decision.Event;
import io.microwallet.core.membership.MembershipEvent.AttendanceRewarded;
import io.microwallet.core.membership.MembershipEvent.MembershipCancelled;
import io.microwallet.core.membership.MembershipEvent.MembershipCreditGranted;
import io.microwallet.core.membership.MembershipEvent.MembershipPeriodEnded;
import io.microwallet.core.membership.MembershipEvent.MembershipRenewed;
import io.microwallet.core.membership.MembershipEvent.MembershipStarted;
import io.microwallet.core.membership.MembershipEvent.PlanCreated;
import io.microwallet.core.membership.MembershipEvent.PlanRetired;
import io.microwallet.core.membership.OpenMembership.Status;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.wallet.VisitsPopUp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A wallet's memberships that are not ended, in the order in which they began. */
public record OpenMemberships(List<OpenMembership> all) {
    public static final OpenMemberships NONE = new OpenMemberships(List.of());

    /** That many a wallet has at once, at most. */
    public static final int MAX = 20;

    public OpenMemberships {
        all = List.copyOf(all);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public Optional<OpenMembership> find(MembershipId id) {
        return all.stream().filter(membership -> membership.id().equals(id)).findFirst();
    }

    public boolean isMemberOf(PlanId plan) {
        return all.stream().anyMatch(membership -> membership.plan().equals(plan));
    }

    /** Whether one of them would be renewed at its period's end. */
    public boolean isAnyRenewing() {
        return all.stream().anyMatch(membership -> membership.status() == Status.RENEWING);
    }

    /** How much earlier than others this member sees a drop: the longest of all that run. */
    public Duration earlyAccess(Instant at) {
        var minutes = 0;
        for (var membership : all) {
            minutes = membership.isRunning(at)
                    ? Math.max(minutes, membership.benefits().earlyAccessMinutes())
                    : minutes;
        }
        return Duration.ofMinutes(minutes);
    }

    public boolean hasMemberPrice(Instant at) {
        for (var membership : all) {
            if (membership.isRunning(at) && membership.benefits().memberPrice() == MemberPrice.YES) {
                return true;
            }
        }
        return false;
    }

    /** The end of the first period that ends, of those that are not over. */
    public Optional<Instant> nextDue() {
        return all.stream()
                .filter(membership -> membership.status() != Status.LAPSED)
                .map(OpenMembership::periodEnds)
                .min(Instant::compareTo);
    }

    public OpenMemberships after(Event event, Instant at) {
        if (event instanceof MembershipEvent own) {
            return after(own);
        }
        return !all.isEmpty() && event instanceof VisitsPopUp visit && visit.popUp() instanceof PopUpId popUp
                ? visiting(popUp, at)
                : this;
    }

    private OpenMemberships after(MembershipEvent event) {
        return switch (event) {
            case MembershipStarted e -> with(e.open());
            case MembershipRenewed e -> each(e.membership(), it -> it.renewed(e.price(), e.periodEnds()));
            case MembershipCreditGranted e -> each(e.membership(), it -> it.gave(e.paidByPlan()));
            case AttendanceRewarded e ->
                each(e.membership(), it -> it.gave(e.paidByPlan()).rewarded());
            case MembershipCancelled e -> cancelled(e.membership());
            case MembershipPeriodEnded e -> over(e.membership());
            case PlanCreated _, PlanRetired _ -> this;
        };
    }

    /** Every membership that runs counts it, once. */
    public OpenMemberships visiting(PopUpId popUp, Instant at) {
        return new OpenMemberships(
                all.stream().map(membership -> membership.visiting(popUp, at)).toList());
    }

    private OpenMemberships with(OpenMembership started) {
        var more = new ArrayList<>(all);
        more.add(started);
        return new OpenMemberships(more);
    }

    // One that lapsed has nothing left to run to.
    private OpenMemberships cancelled(MembershipId id) {
        return find(id).filter(it -> it.status() == Status.LAPSED).isPresent()
                ? without(id)
                : each(id, OpenMembership::cancelled);
    }

    private OpenMemberships over(MembershipId id) {
        return find(id).filter(it -> it.status() == Status.CANCELLED).isPresent()
                ? without(id)
                : each(id, OpenMembership::lapsed);
    }

    private OpenMemberships without(MembershipId id) {
        return new OpenMemberships(
                all.stream().filter(it -> !it.id().equals(id)).toList());
    }

    private OpenMemberships each(MembershipId id, UnaryOperator<OpenMembership> change) {
        return new OpenMemberships(all.stream()
                .map(it -> it.id().equals(id) ? change.apply(it) : it)
                .toList());
    }
}
