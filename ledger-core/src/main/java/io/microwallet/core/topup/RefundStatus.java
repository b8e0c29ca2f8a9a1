package io.microwallet.core.topup;

import io.microwallet.core.money.Money;

/** What a processor says of one refund. */
public sealed interface RefundStatus {
    /** The processor has sent this amount back; it may still come back from the card. */
    record Settled(ProcessorReference reference, Money amount) implements RefundStatus {}

    /** Final: the card did not take it. */
    record Failed(DeclineCode code) implements RefundStatus {}

    /** The processor has it and has not sent it yet. */
    record Pending() implements RefundStatus {}

    /** The processor never saw the key, so nothing was sent under it so far. */
    record NotFound() implements RefundStatus {}

    /** No answer, or none that makes sense: the money may be sent or not. Never a reason to call a refund failed. */
    record Unknown(String why) implements RefundStatus {}
}
