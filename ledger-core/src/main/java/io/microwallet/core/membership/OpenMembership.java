package io.microwallet.core.membership;

import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.membership.MembershipEvent.MembershipPeriodEnded;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wallet's membership that is not ended, as small as decisions need it.
 *
 * @param deferred what is left of the price of this period: what it has not given yet
 * @param visited different pop-ups since it began, as many as count
 * @param cliffsReached how many of its cliffs it was rewarded for
 */
public record OpenMembership(
        MembershipId id,
        PlanId plan,
        Benefits benefits,
        Status status,
        Instant periodEnds,
        Money deferred,
        List<PopUpId> visited,
        int cliffsReached) {
    /** What becomes of it. */
    public enum Status {
        /** Runs, and is renewed at its period's end. */
        RENEWING,
        /** Runs to its period's end. */
        CANCELLED,
        /** Its period is over and no other was paid for yet. */
        LAPSED
    }

    public OpenMembership {
        visited = List.copyOf(visited);
        if (deferred.isNegative()) {
            throw new IllegalArgumentException("a membership gives at most what was paid for it");
        }
    }

    /** At the instant that its period ends it no longer runs. */
    public boolean isRunning(Instant at) {
        return status != Status.LAPSED && at.isBefore(periodEnds);
    }

    /** Whether its period is over and nobody booked that yet. */
    public boolean isOver(Instant at) {
        return status != Status.LAPSED && !at.isBefore(periodEnds);
    }

    /** The next of its cliffs, if it stands at or behind it. */
    public boolean hasReachedACliff() {
        return cliffsReached < benefits.cliffs().size() && nextCliff().popUps() <= visited.size();
    }

    /** What is left of the price is earned. @param due null where the period is cut short */
    public MembershipPeriodEnded periodEnded(WalletId wallet, @Nullable Instant due) {
        var entry = deferred.isZero()
                ? null
                : JournalEntry.of(
                        Posting.debit(new Account.MembershipDeferred(), deferred),
                        Posting.credit(new Account.Memberships(), deferred));
        return new MembershipPeriodEnded(id, wallet, deferred, due, entry);
    }

    Cliff nextCliff() {
        return benefits.cliffs().get(cliffsReached);
    }

    OpenMembership renewed(Money price, Instant periodEnds) {
        return new OpenMembership(id, plan, benefits, Status.RENEWING, periodEnds, price, visited, cliffsReached);
    }

    OpenMembership cancelled() {
        return new OpenMembership(id, plan, benefits, Status.CANCELLED, periodEnds, deferred, visited, cliffsReached);
    }

    OpenMembership lapsed() {
        var nothing = Money.zero(deferred.currency());
        return new OpenMembership(id, plan, benefits, Status.LAPSED, periodEnds, nothing, visited, cliffsReached);
    }

    OpenMembership gave(Money paid) {
        return new OpenMembership(id, plan, benefits, status, periodEnds, deferred.minus(paid), visited, cliffsReached);
    }

    OpenMembership rewarded() {
        return new OpenMembership(id, plan, benefits, status, periodEnds, deferred, visited, cliffsReached + 1);
    }

    OpenMembership visiting(PopUpId popUp, Instant at) {
        if (visited.size() >= benefits.popUpsThatCount() || !isRunning(at) || visited.contains(popUp)) {
            return this;
        }
        var more = new ArrayList<PopUpId>(visited.size() + 1);
        more.addAll(visited);
        more.add(popUp);
        return new OpenMembership(id, plan, benefits, status, periodEnds, deferred, more, cliffsReached);
    }
}
