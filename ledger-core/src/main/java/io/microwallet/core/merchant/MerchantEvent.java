package io.microwallet.core.merchant;

import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.privacy.SealedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to merchants. */
public sealed interface MerchantEvent extends Event {
    record MerchantAdded(
            LedgerId ledger,
            MerchantId merchant,
            MerchantKind kind,
            int commissionBasisPoints,
            SealedText name,
            @Nullable SealedText reference)
            implements MerchantEvent {
        @Override
        public List<Tag> tags() {
            return List.of(merchant.tag());
        }
    }
}
