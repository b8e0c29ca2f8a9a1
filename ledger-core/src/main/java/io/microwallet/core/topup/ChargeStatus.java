package io.microwallet.core.topup;

import io.microwallet.core.money.Money;

/** What a processor says of one charge. */
public sealed interface ChargeStatus {
    /** Final: the processor took this amount, which may be another than the one asked for. */
    record Succeeded(ProcessorReference reference, Money amount) implements ChargeStatus {}

    /** Final: no money was taken. */
    record Declined(DeclineCode code) implements ChargeStatus {}

    /** The processor has it and has not made up its mind. */
    record Pending() implements ChargeStatus {}

    /** The processor never saw the key, so no money was taken under it so far. */
    record NotFound() implements ChargeStatus {}

    /** No answer, or none that makes sense: the money may be taken or not. Never a reason to call a top-up failed. */
    record Unknown(String why) implements ChargeStatus {}
}
