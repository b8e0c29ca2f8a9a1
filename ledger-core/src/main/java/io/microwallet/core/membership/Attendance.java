package io.microwallet.core.membership;

import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
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
                    return after(wallet, accepted, at);
                }
            }
        }
        return decision;
    }

    private static Decision after(Wallet.Open before, Decision.Accepted accepted, Instant at) {
        var events = new ArrayList<>(accepted.events());
        Wallet wallet = before;
        for (var event : accepted.events()) {
            wallet = event.tags().contains(before.id().tag()) ? wallet.evolve(event, at) : wallet;
        }
        while (wallet instanceof Wallet.Open open) {
            var reward = next(open, at);
            if (reward.isEmpty()) {
                break;
            }
            events.add(reward.get());
            wallet = open.evolve(reward.get(), at);
        }
        return new Decision.Accepted(events);
    }

    // A wallet that is full of lots gets its reward with a later visit: no sale is refused for it.
    private static Optional<AttendanceRewarded> next(Wallet.Open wallet, Instant at) {
        return wallet.memberships().all().stream()
                .filter(OpenMembership::hasReachedACliff)
                .filter(membership -> membership.isRunning(at) && wallet.hasRoomForLots(PlanCredit.LOTS_MAX))
                .findFirst()
                .map(membership -> reward(wallet, membership, at));
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
