package io.microwallet.core.membership;

import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.membership.MembershipEvent.AttendanceRewarded;
import io.microwallet.core.wallet.VisitsPopUp;
import io.microwallet.core.wallet.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/** Rewards members for having been at so many pop-ups, in the decision that shows it, whatever feature it belongs to. */
public final class Attendance {
    private Attendance() {}

    /** The decision, and the rewards that it leads to. {@code states} are those that it was decided over. */
    public static Decision after(States states, Decision decision, Instant at) {
        if (decision instanceof Decision.Accepted accepted) {
            for (var event : accepted.events()) {
                if (event instanceof VisitsPopUp visit
                        && visit.popUp() != null
                        && states.of(visit.wallet()) instanceof Wallet.Open wallet
                        && !wallet.memberships().isEmpty()) {
                    return after(wallet, accepted, states.of(wallet.ledger()).limits(), at);
                }
            }
        }
        return decision;
    }

    private static Decision after(Wallet.Open before, Decision.Accepted accepted, Limits limits, Instant at) {
        var events = new ArrayList<>(accepted.events());
        Wallet wallet = before;
        for (var event : accepted.events()) {
            wallet = event.tags().contains(before.id().tag()) ? wallet.evolve(event, at) : wallet;
        }
        while (wallet instanceof Wallet.Open open) {
            var reward = next(open, limits, at);
            if (reward.isEmpty()) {
                break;
            }
            events.add(reward.get());
            wallet = open.evolve(reward.get(), at);
        }
        return new Decision.Accepted(events);
    }

    private static Optional<AttendanceRewarded> next(Wallet.Open wallet, Limits limits, Instant at) {
        for (var membership : wallet.memberships().all()) {
            if (membership.hasReachedACliff() && membership.isRunning(at) && hasRoom(wallet, membership, limits, at)) {
                return Optional.of(reward(wallet, membership, at));
            }
        }
        return Optional.empty();
    }

    // A reward beyond the ledger's limits comes with a later visit that finds room: no sale is refused for it.
    private static boolean hasRoom(Wallet.Open wallet, OpenMembership membership, Limits limits, Instant at) {
        var credit = membership.nextCliff().credit();
        var after = wallet.expected(credit.currency(), at) + credit.amount();
        return limits.allowBalance(after, credit.currency())
                && wallet.hasRoomForLots(PlanCredit.lotsOf(credit, membership.deferred()), limits.openLots());
    }

    private static AttendanceRewarded reward(Wallet.Open wallet, OpenMembership membership, Instant at) {
        var cliff = membership.nextCliff();
        var credit = cliff.credit();
        var given = PlanCredit.of(membership, credit, cliff.lifetimeDays(), cliff.popUps(), at);
        return new AttendanceRewarded(
                membership.id(),
                wallet.id(),
                cliff.popUps(),
                credit,
                wallet.available(credit.currency(), at).plus(credit),
                given.lots(),
                given.entry(wallet.id()));
    }
}
