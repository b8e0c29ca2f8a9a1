package io.microwallet.core.refund;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.topup.DeclineCode;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.TellsBalance;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to refunds. */
public sealed interface RefundEvent extends Event {
    RefundId refund();

    WalletId wallet();

    JournalEntry journalEntry();

    @Override
    default Optional<JournalEntry> entry() {
        return Optional.of(journalEntry());
    }

    /**
     * A purchase, or a part of it, was undone.
     *
     * @param commission what we gave back of our share
     * @param undone the parts of the purchase that it undoes, in burn-down order
     * @param returned what is spendable again; in a new lot where the old one has expired
     * @param parts what processors are asked to send back
     * @param available the wallet's available balance after it
     */
    record PurchaseRefunded(
            LedgerId ledger,
            RefundId refund,
            PurchaseId purchase,
            WalletId wallet,
            MerchantId merchant,
            ClientId client,
            Money amount,
            Money commission,
            RefundTarget to,
            List<Lot> undone,
            List<Lot> returned,
            List<RefundPart> parts,
            Money available,
            @Nullable PopUpId popUp,
            @Nullable SealedText reference,
            @Nullable Instant effective,
            JournalEntry journalEntry)
            implements RefundEvent, TellsBalance {
        public PurchaseRefunded {
            undone = List.copyOf(undone);
            returned = List.copyOf(returned);
            parts = List.copyOf(parts);
        }

        @Override
        public List<Tag> tags() {
            var tags = new ArrayList<Tag>(5 + parts.size());
            tags.add(wallet.tag());
            tags.add(refund.tag());
            tags.add(purchase.tag());
            tags.add(merchant.tag());
            addPopUp(tags, popUp);
            parts.forEach(part -> tags.add(part.topUp().tag()));
            return tags;
        }
    }

    /** Unspent cash of one currency is on its way back; {@code available} is the wallet's available balance after it. */
    record UnspentReturned(
            LedgerId ledger,
            RefundId refund,
            WalletId wallet,
            ClientId client,
            Money amount,
            List<RefundPart> parts,
            Money available,
            @Nullable PopUpId popUp,
            @Nullable SealedText reference,
            JournalEntry journalEntry)
            implements RefundEvent, TellsBalance {
        public UnspentReturned {
            parts = List.copyOf(parts);
        }

        public List<Lot> lots() {
            return parts.stream().map(RefundPart::lot).toList();
        }

        @Override
        public List<Tag> tags() {
            var tags = new ArrayList<Tag>(3 + parts.size());
            tags.add(wallet.tag());
            tags.add(refund.tag());
            addPopUp(tags, popUp);
            parts.forEach(part -> tags.add(part.topUp().tag()));
            return tags;
        }
    }

    /** The processor has sent a part back. */
    record RefundSettled(
            RefundId refund,
            WalletId wallet,
            TopUpId topUp,
            Money amount,
            ProcessorReference processorReference,
            JournalEntry journalEntry)
            implements RefundEvent {
        @Override
        public List<Tag> tags() {
            return tagsOf(this, topUp);
        }
    }

    /** A part did not reach its card, or came back from it: its lot is spendable again. */
    record RefundFailed(
            RefundId refund,
            WalletId wallet,
            TopUpId topUp,
            DeclineCode code,
            Lot lot,
            Money available,
            JournalEntry journalEntry)
            implements RefundEvent, TellsBalance {
        @Override
        public List<Tag> tags() {
            return tagsOf(this, topUp);
        }
    }

    /** A part came back to a wallet that is no longer open; an exception for finance. */
    record RefundUnclaimed(
            RefundId refund, WalletId wallet, TopUpId topUp, DeclineCode code, Money amount, JournalEntry journalEntry)
            implements RefundEvent {
        @Override
        public List<Tag> tags() {
            return tagsOf(this, topUp);
        }
    }

    /**
     * A part was sent back after it had been called failed, so the money left twice; an exception for finance.
     *
     * @param lots what the wallet had of it and gave
     * @param owed what the member owes of it since
     * @param available the wallet's available balance after it; null where it is not open
     */
    record RefundSettledAfterFailed(
            RefundId refund,
            WalletId wallet,
            TopUpId topUp,
            Money amount,
            ProcessorReference processorReference,
            List<Lot> lots,
            Money owed,
            @Nullable Money available,
            JournalEntry journalEntry)
            implements RefundEvent, TellsBalance {
        public RefundSettledAfterFailed {
            lots = List.copyOf(lots);
        }

        @Override
        public List<Tag> tags() {
            return tagsOf(this, topUp);
        }
    }

    private static List<Tag> tagsOf(RefundEvent event, TopUpId topUp) {
        return List.of(event.wallet().tag(), event.refund().tag(), topUp.tag());
    }

    private static void addPopUp(List<Tag> tags, @Nullable PopUpId popUp) {
        if (popUp != null) {
            tags.add(new Tag(Tag.Kind.POP_UP, popUp.value()));
        }
    }
}
