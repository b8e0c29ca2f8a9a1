package io.microwallet.core.refund;

import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotKind;

/**
 * What of a refund goes back to one top-up.
 *
 * @param charge the processor's own id of the payment that it is taken back from
 * @param lot what was taken from the cash lot of that top-up, and where it comes back if the processor fails
 */
public record RefundPart(ProcessorId processor, ProcessorReference charge, Lot lot) {
    /** @throws IllegalArgumentException for credit, which never becomes cash */
    public RefundPart {
        if (lot.kind() != LotKind.CASH) {
            throw new IllegalArgumentException("only cash goes back to its source");
        }
    }

    /** The top-up that the lot is named by. */
    public TopUpId topUp() {
        return new TopUpId(lot.id().value());
    }

    public Money amount() {
        return lot.amount();
    }
}
