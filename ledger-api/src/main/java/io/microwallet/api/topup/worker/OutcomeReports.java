package io.microwallet.api.topup.worker;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.topup.ChargeStatus.Declined;
import io.microwallet.core.topup.ChargeStatus.Succeeded;
import io.microwallet.core.topup.TopUpCommand;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpFailed;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
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
 * Books what a processor says, as the worker's own calls. A call's key is made from the fact alone, so that a fact that is
 * told twice, at once or years apart, is one call with one outcome.
 */
public final class OutcomeReports {
    /** The worker as a client; never change it, its keys are in the log. */
    public static final ClientId WORKER = new ClientId(new UUID(0, 1));

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeReports.class);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int ANSWER_VERSION = 1;
    private static final int TOKEN_VERSION = 1;

    private final Decisions decisions;
    private final InstantSource clock;

    /** @param clock the machine's, for deadlines */
    public OutcomeReports(Decisions decisions, InstantSource clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Whether it is booked now, by this call or before; if not, it may be told again. Waits for the commit. */
    boolean succeeded(TopUpRequested request, Succeeded fact) {
        return booked(
                request,
                new ReportTopUpSucceeded(request.topUp(), request.wallet(), fact.amount(), fact.reference()),
                "succeeded " + fact.reference().value() + ' ' + fact.amount().amount() + ' '
                        + fact.amount().currency());
    }

    /** As {@link #succeeded}. */
    boolean failed(TopUpRequested request, Declined fact) {
        return booked(
                request,
                new ReportTopUpFailed(request.topUp(), request.wallet(), fact.code()),
                "failed " + fact.code().value());
    }

    private boolean booked(TopUpRequested request, TopUpCommand report, String fact) {
        var call = call(request, "top-up " + request.topUp() + ' ' + fact);
        return switch (decisions.submit(call, report).join()) {
            case Outcome.Decided decided -> booked(decided, report);
            case Outcome.AlreadyKnown _ -> true;
            case Outcome.Unavailable unavailable -> later(report, unavailable.why());
            case Outcome.Unknown _ -> later(report, "not durable within " + DEADLINE);
            case Outcome.Failed _ -> later(report, "a bug in its decision");
            case Outcome.KeyReused _ -> later(report, "its key belongs to another call");
            case Outcome.TooLarge _ -> later(report, "larger than a row of the log");
            case Outcome.Absent absent -> later(report, absent.absence().name());
        };
    }

    private static boolean booked(Outcome.Decided decided, TopUpCommand report) {
        var first = decided.events().getFirst().event();
        if (first instanceof RequestRefused refused) {
            LOG.error("A fact was refused with {}: {}", refused.code().value(), report);
        }
        return true;
    }

    private static boolean later(TopUpCommand report, String why) {
        LOG.warn("The outcome of {} is not booked yet: {}", report.topUp(), why);
        return false;
    }

    private Request call(TopUpRequested request, String fact) {
        var hash = ByteBuffer.wrap(sha256(fact));
        var key = new IdempotencyKey(new UUID(hash.getLong(), hash.getLong()));
        return new Request(
                new RequestId(WORKER, key),
                new Fingerprint(hash.getLong(), hash.getLong()),
                request.ledger(),
                Operation.REPORT_TOP_UP,
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
