package io.microwallet.core.chargeback;

import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletId;
import org.jspecify.annotations.Nullable;

/**
 * What a processor says of a payment that a cardholder disputes.
 *
 * @param reference the processor's own name of it
 * @param topUp null where the payment is none that we know
 * @param wallet of that top-up
 * @param amount what is taken back; may be a part of the payment
 * @param fee what the processor takes for it, if anything
 */
public record Dispute(
        ProcessorId processor,
        ProcessorReference reference,
        @Nullable TopUpId topUp,
        @Nullable WalletId wallet,
        Money amount,
        @Nullable Money fee) {
    /** @throws IllegalArgumentException unless the amounts are positive, and a wallet is named with its top-up */
    public Dispute {
        amount.positive();
        if (fee != null) {
            fee.positive();
            requireCountable(amount, fee);
        }
        if ((topUp == null) != (wallet == null)) {
            throw new IllegalArgumentException("a disputed top-up has its wallet");
        }
    }

    private static void requireCountable(Money amount, Money fee) {
        if (fee.currency() == amount.currency() && fee.amount() > Money.AMOUNT_MAX - amount.amount()) {
            throw new IllegalArgumentException("more than can be counted");
        }
    }
}
