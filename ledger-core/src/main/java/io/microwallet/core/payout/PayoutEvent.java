package io.microwallet.core.payout;

import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to payouts. */
public sealed interface PayoutEvent extends Event {
    PayoutId payout();

    MerchantId merchant();

    Money amount();

    JournalEntry journalEntry();

    @Override
    default List<Tag> tags() {
        return List.of(payout().tag(), PayeeId.of(merchant()).tag());
    }

    @Override
    default Optional<JournalEntry> entry() {
        return Optional.of(journalEntry());
    }

    /** {@code position} is the one up to which the payable was reckoned. */
    record PayoutRequested(
            LedgerId ledger,
            PayoutId payout,
            MerchantId merchant,
            Money amount,
            long position,
            @Nullable SealedText reference,
            JournalEntry journalEntry)
            implements PayoutEvent {}

    record PayoutSettled(PayoutId payout, MerchantId merchant, Money amount, JournalEntry journalEntry)
            implements PayoutEvent {}

    record PayoutFailed(PayoutId payout, MerchantId merchant, Money amount, JournalEntry journalEntry)
            implements PayoutEvent {}
}
