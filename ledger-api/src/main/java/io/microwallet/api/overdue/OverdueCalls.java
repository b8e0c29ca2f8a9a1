package io.microwallet.api.overdue;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Command;
import io.microwallet.core.membership.MembershipCommand.RenewMembership;
import io.microwallet.core.membership.OpenMembership;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.wallet.WalletCommand.SettleOverdue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
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
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int ANSWER_VERSION = 1;
    private static final int TOKEN_VERSION = 1;

    private final Decisions decisions;
    private final InstantSource clock;

    /** @param clock the machine's, for deadlines */
    public OverdueCalls(Decisions decisions, InstantSource clock) {
        this.decisions = decisions;
        this.clock = clock;
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

    private boolean submit(Due due, Operation operation, Command command, String what) {
        return switch (decisions
                .submit(call(due, operation, what), () -> command)
                .join()) {
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

    private Request call(Due due, Operation operation, String what) {
        var hash = ByteBuffer.wrap(sha256(what));
        return new Request(
                new RequestId(SWEEPER, new IdempotencyKey(new UUID(hash.getLong(), hash.getLong()))),
                new Fingerprint(hash.getLong(), hash.getLong()),
                due.ledger(),
                operation,
                ANSWER_VERSION,
                TOKEN_VERSION,
                clock.instant().plus(DEADLINE));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
