package io.microwallet.api.overdue;

import io.microwallet.core.books.Books;
import io.microwallet.core.membership.OpenMembership;
import io.microwallet.core.wallet.Wallet;
import java.time.Instant;

/** Sees to one thing that is due: renews what wants renewing, and books what has ended. Harmless twice, and late. */
public final class Sweeping {
    private final Books books;
    private final OverdueCalls calls;

    public Sweeping(Books books, OverdueCalls calls) {
        this.books = books;
        this.calls = calls;
    }

    /** Whether nothing is left to do for it. */
    boolean see(Due due, Instant now) {
        return switch (books.read(due.wallet())) {
            case Wallet.Open wallet -> renewed(wallet, due) && settled(due, now);
            case Wallet.Closed _, Wallet.Erased _, Wallet.Unborn _ -> true;
        };
    }

    /** Before the end of the period is booked: a renewal books it too, in its own decision. */
    private boolean renewed(Wallet.Open wallet, Due due) {
        for (var membership : wallet.memberships().all()) {
            if (wantsRenewal(membership, due) && !calls.renew(due, membership)) {
                return false;
            }
        }
        return true;
    }

    // The end of the period may have been booked before, in front of some other decision.
    private static boolean wantsRenewal(OpenMembership membership, Due due) {
        return switch (membership.status()) {
            case RENEWING, LAPSED -> membership.periodEnds().equals(due.at());
            case CANCELLED -> false;
        };
    }

    private boolean settled(Due due, Instant now) {
        if (isSettled(due, now)) {
            return true;
        }
        return calls.settle(due) && isSettled(due, now);
    }

    private boolean isSettled(Due due, Instant now) {
        return !(books.read(due.wallet()) instanceof Wallet.Open wallet)
                || wallet.overdue(now).isEmpty();
    }
}
