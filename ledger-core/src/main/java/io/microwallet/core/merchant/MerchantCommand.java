package io.microwallet.core.merchant;

import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/** Orders of admin clients about merchants. */
public sealed interface MerchantCommand extends Command {
    /** {@code commissionBasisPoints}: 0 to 10,000; 0 for an own shop. */
    record AddMerchant(
            LedgerId ledger,
            MerchantId merchant,
            MerchantKind kind,
            int commissionBasisPoints,
            SealedText name,
            @Nullable SealedText reference)
            implements MerchantCommand {
        /** @throws IllegalArgumentException for a commission out of bounds */
        public AddMerchant {
            var _ = new CommissionRate(commissionBasisPoints);
        }

        @Override
        public Boundary boundary() {
            return Boundary.over(merchant);
        }
    }
}
