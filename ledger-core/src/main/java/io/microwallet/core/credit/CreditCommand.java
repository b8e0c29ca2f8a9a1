package io.microwallet.core.credit;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Orders about credits that a client gives. */
public sealed interface CreditCommand extends Command {
    /**
     * The grant's id is its lot's. A merchant that funds it is consulted only: what it owes commutes.
     *
     * @param expires null for a credit that stays
     */
    record GrantCredit(
            LedgerId ledger,
            LotId grant,
            WalletId wallet,
            ClientId client,
            Money amount,
            Funder funder,
            @Nullable Instant expires,
            @Nullable SealedText reference)
            implements CreditCommand {
        /** @throws IllegalArgumentException unless the amount is positive and somebody but a plan pays */
        public GrantCredit {
            amount.positive();
            if (funder.kind() == Funder.Kind.PLAN) {
                throw new IllegalArgumentException("a plan gives credits by itself");
            }
        }

        @Override
        public Boundary boundary() {
            var merchant = funder.merchant();
            return merchant == null
                    ? Boundary.over(wallet).consulting(ledger)
                    : Boundary.over(wallet).consulting(ledger, merchant);
        }
    }
}
