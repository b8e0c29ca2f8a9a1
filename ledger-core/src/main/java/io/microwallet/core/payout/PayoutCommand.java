package io.microwallet.core.payout;

import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One order of finance, and two facts that it reports of the bank. */
public sealed interface PayoutCommand extends Command {
    LedgerId ledger();

    PayoutId payout();

    /**
     * Pays a merchant out. Its sales are no part of the boundary: what it is owed comes in with the command, as of a position.
     *
     * @param currency null where the amount names it, or where the merchant is owed money in one currency only
     * @param amount null for all that it is owed
     * @param payables what the books up to {@code position} owe it, a currency each
     * @param position everything up to it is in the payables
     */
    record RequestPayout(
            LedgerId ledger,
            PayoutId payout,
            MerchantId merchant,
            @Nullable Currency currency,
            @Nullable Money amount,
            List<Payable> payables,
            long position,
            @Nullable SealedText reference)
            implements PayoutCommand {
        /** @throws IllegalArgumentException unless the amount is positive, and in that currency if both are given */
        public RequestPayout {
            payables = List.copyOf(payables);
            if (amount != null
                    && currency != null
                    && !amount.positive().currency().equals(currency)) {
                throw new IllegalArgumentException("an amount in another currency");
            }
            if (amount != null) {
                amount.positive();
            }
        }

        @Override
        public Boundary boundary() {
            return Boundary.over(payout, PayeeId.of(merchant)).consulting(merchant);
        }
    }

    /** A fact: the money left our bank account. */
    record SettlePayout(LedgerId ledger, PayoutId payout) implements PayoutCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(payout);
        }
    }

    /** A fact: the money did not leave our bank account, or came back. */
    record FailPayout(LedgerId ledger, PayoutId payout) implements PayoutCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(payout);
        }
    }

    /**
     * What a merchant is owed in one currency; negative where it owes.
     *
     * @param requestedSeen what the payee had asked for when it was looked at, before the books were: what was asked for
     *     since is subtracted again, so that two at once never get more than there is
     */
    record Payable(Money owed, Money requestedSeen) {}
}
