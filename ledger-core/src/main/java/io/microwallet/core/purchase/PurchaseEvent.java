package io.microwallet.core.purchase;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.TellsBalance;
import io.microwallet.core.wallet.VisitsPopUp;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to purchases. */
public sealed interface PurchaseEvent extends Event {
    /** {@code lots} are the parts that paid, in burn-down order; {@code available} is the wallet's available balance after it. */
    record Purchased(
            LedgerId ledger,
            PurchaseId purchase,
            WalletId wallet,
            MerchantId merchant,
            ClientId client,
            Money amount,
            Money commission,
            Money available,
            List<Lot> lots,
            @Nullable PopUpId popUp,
            @Nullable SealedText reference,
            @Nullable Instant effective,
            JournalEntry journalEntry)
            implements PurchaseEvent, TellsBalance, VisitsPopUp {
        public Purchased {
            lots = List.copyOf(lots);
        }

        public Sale sale() {
            return new Sale(ledger, purchase, wallet, merchant, client, popUp, reference, effective);
        }

        @Override
        public List<Tag> tags() {
            var tags = new ArrayList<Tag>(4);
            tags.add(wallet.tag());
            tags.add(purchase.tag());
            tags.add(merchant.tag());
            if (popUp != null) {
                tags.add(new Tag(Tag.Kind.POP_UP, popUp.value()));
            }
            return tags;
        }

        @Override
        public Optional<JournalEntry> entry() {
            return Optional.of(journalEntry);
        }
    }
}
