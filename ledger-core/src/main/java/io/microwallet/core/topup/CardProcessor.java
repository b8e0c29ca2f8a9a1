package io.microwallet.core.topup;

import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.money.Money;
import io.microwallet.core.refund.RefundPartId;
import java.util.Map;
import java.util.Optional;

/**
 * Takes money from cards and sends it back: one port, many processors. Each call waits on the network within a bound of the processor's
 * own (a virtual thread is meant) and never throws for what the network or the processor does: what it cannot know, it
 * calls {@link ChargeStatus.Unknown} or {@link RefundStatus.Unknown}.
 */
public interface CardProcessor {
    /** Its code, as in requests, accounts and the address of its notifications. */
    ProcessorId id();

    /** Whether it serves ledgers of this mode; asked before a request is recorded, and again before a charge. */
    boolean accepts(Mode mode);

    /**
     * Takes the money once, however often it is called with the same key: a later call tells of the first. Never answers
     * {@link ChargeStatus.NotFound}.
     */
    ChargeStatus charge(TopUpId key, Money amount, CardToken card);

    /** What became of the charge with this key; changes nothing. */
    ChargeStatus lookUp(TopUpId key);

    /**
     * Sends money of a charge back once, however often it is called with the same key: a later call tells of the first.
     * Never answers {@link RefundStatus.NotFound}.
     *
     * @param charge the processor's own id of the charge
     */
    RefundStatus refund(RefundPartId key, ProcessorReference charge, Money amount);

    /** What became of the refund with this key; changes nothing. */
    RefundStatus lookUp(RefundPartId key);

    /**
     * Reads a notification that the processor sent.
     *
     * @param headers as they came in, by lower-case name, one value each
     * @param body the bytes as they came in: the signature is over them
     * @return nothing unless the processor signed exactly these bytes, lately
     */
    Optional<ProcessorNotice> notice(Map<String, String> headers, byte[] body);
}
