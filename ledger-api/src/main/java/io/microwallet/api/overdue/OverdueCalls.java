package io.microwallet.api.overdue;

import io.microwallet.api.topup.worker.WorkerCalls;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Command;
import io.microwallet.core.membership.MembershipCommand.RenewMembership;
import io.microwallet.core.membership.OpenMembership;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.wallet.WalletCommand.SettleOverdue;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sweeper's own calls. A call's key is made from what is due alone, so that two sweepers, or one before and after a crash,
 * make one call with one outcome: a membership is renewed once a period, or refused once.
 */
public final class OverdueCalls {
    /** The sweeper as a client; never change it, its keys are in the log. */
    public static final ClientId SWEEPER = new ClientId(new UUID(0, 4));

    private static final Logger LOG = LoggerFactory.getLogger(OverdueCalls.class);

    private final WorkerCalls calls;

    /** @param clock the machine's, for deadlines */
    public OverdueCalls(Decisions decisions, InstantSource clock) {
        this.calls = new WorkerCalls(decisions, clock, SWEEPER);
    }

    /** Whether it is decided, by this call or before; if not, it may be asked again. Waits for the commit. */
    boolean settle(Due due) {
        return submit(
                due,
                Operation.SETTLE_OVERDUE,
                new SettleOverdue(due.wallet()),
                "settle " + due.wallet() + ' ' + due.at());
    }

    /** As {@link #settle}; a refusal is a decision too: then the membership lapses. */
    boolean renew(Due due, OpenMembership membership) {
        return submit(
                due,
                Operation.RENEW_MEMBERSHIP,
                new RenewMembership(due.ledger(), membership.id(), due.wallet(), membership.plan()),
                "renew " + membership.id() + ' ' + membership.periodEnds());
    }

    private boolean submit(Due due, Operation operation, Command command, String words) {
        return switch (calls.decide(due.ledger(), operation, words, command)) {
            case Outcome.Decided _, Outcome.AlreadyKnown _, Outcome.Absent _ -> true;
            case Outcome undecided -> {
                LOG.warn(
                        "What is due of {} is not booked yet: {}",
                        due.ledger(),
                        undecided.getClass().getSimpleName());
                yield false;
            }
        };
    }
}
