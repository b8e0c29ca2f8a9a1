package io.microwallet.core.settlement;

import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.ProcessorReference;

/**
 * What a processor says that it paid to our bank account.
 *
 * @param reference the processor's own name of the payout
 * @param amount what reached the bank
 * @param fee what the processor kept of it before; zero where it kept nothing
 */
public record Settlement(ProcessorId processor, ProcessorReference reference, Money amount, Money fee) {
    /** @throws IllegalArgumentException unless an amount came, the fee is not below zero, and both are of one currency */
    public Settlement {
        amount.positive();
        if (fee.isNegative()
                || fee.currency() != amount.currency()
                || fee.amount() > Money.AMOUNT_MAX - amount.amount()) {
            throw new IllegalArgumentException("not the fee of this amount");
        }
    }

    /** What the processor owes us less since. */
    public Money cleared() {
        return amount.plus(fee);
    }
}
