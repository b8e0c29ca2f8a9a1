package io.microwallet.api.topup.worker;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.request.RequestRefused;
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
 * Calls of our own workers. A call's key is made from its words alone, so that a fact that is told twice, at once or years
 * apart, is one call with one outcome.
 */
public final class WorkerCalls {
    /** The worker as a client; never change it, its keys are in the log. */
    public static final ClientId WORKER = new ClientId(new UUID(0, 1));

    private static final Logger LOG = LoggerFactory.getLogger(WorkerCalls.class);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int ANSWER_VERSION = 1;
    private static final int TOKEN_VERSION = 1;

    private final Decisions decisions;
    private final InstantSource clock;
    private final ClientId worker;

    /** @param clock the machine's, for deadlines */
    public WorkerCalls(Decisions decisions, InstantSource clock) {
        this(decisions, clock, WORKER);
    }

    /** The calls of another of our own. */
    public WorkerCalls(Decisions decisions, InstantSource clock, ClientId worker) {
        this.decisions = decisions;
        this.clock = clock;
        this.worker = worker;
    }

    /**
     * Whether a fact is booked now, by this call or before; if not, it may be told again. Waits for the commit.
     *
     * @param words the fact, as nothing else is worded; they may be logged, so they name no wallet
     */
    public boolean booked(LedgerId ledger, Operation operation, String words, Command report) {
        return switch (decide(ledger, operation, words, report)) {
            case Outcome.Decided decided -> booked(decided, words);
            case Outcome.AlreadyKnown _ -> true;
            case Outcome.Unavailable unavailable -> later(words, unavailable.why());
            case Outcome.Unknown _ -> later(words, "not durable within " + DEADLINE);
            case Outcome.Failed _ -> later(words, "a bug in its decision");
            case Outcome.KeyReused _ -> later(words, "its key belongs to another call");
            case Outcome.TooLarge _ -> later(words, "more than a row of the log may hold");
            case Outcome.Absent absent -> later(words, absent.absence().name());
        };
    }

    /** The outcome of an order of a worker. */
    public Outcome decide(LedgerId ledger, Operation operation, String words, Command command) {
        return decisions.submit(call(ledger, operation, words), command).join();
    }

    private static boolean booked(Outcome.Decided decided, String words) {
        var first = decided.events().getFirst().event();
        if (first instanceof RequestRefused refused) {
            LOG.error("A fact was refused with {}: {}", refused.code().value(), words);
        }
        return true;
    }

    private static boolean later(String words, String why) {
        LOG.warn("Not booked yet: {}: {}", words, why);
        return false;
    }

    private Request call(LedgerId ledger, Operation operation, String words) {
        var hash = ByteBuffer.wrap(sha256(words));
        var key = new IdempotencyKey(new UUID(hash.getLong(), hash.getLong()));
        return new Request(
                new RequestId(worker, key),
                new Fingerprint(hash.getLong(), hash.getLong()),
                ledger,
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
