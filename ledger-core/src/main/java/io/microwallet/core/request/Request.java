package io.microwallet.core.request;

import io.microwallet.core.ledger.LedgerId;
import java.time.Instant;

/**
 * One call that wants an outcome.
 *
 * @param ledger the ledger that the client belongs to; {@link LedgerId#DEPLOYMENT} for an operator's
 * @param operation what was asked, for the answer
 * @param answerVersion the format of its answer, stored with the outcome
 * @param tokenVersion the version of the client's wallet tokens in its answer, stored with the outcome
 * @param deadline by the machine's clock: passed before the command is queued, nothing is written
 */
public record Request(
        RequestId id,
        Fingerprint fingerprint,
        LedgerId ledger,
        Operation operation,
        int answerVersion,
        int tokenVersion,
        Instant deadline) {}
