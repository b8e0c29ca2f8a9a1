package io.microwallet.core.hold;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.purchase.Sale;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.TellsBalance;
import io.microwallet.core.wallet.VisitsPopUp;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to holds. Each tells when the hold expires: a drop finds its unit by that. */
public sealed interface HoldEvent extends Event, TellsBalance {
    HoldId hold();

    @Override
    WalletId wallet();

    @Override
    Money available();

    @Nullable
    DropId drop();

    Instant expires();

    JournalEntry journalEntry();

    @Override
    default Optional<JournalEntry> entry() {
        return Optional.of(journalEntry());
    }

    @Override
    default List<Tag> tags() {
        var drop = drop();
        return drop == null ? List.of(wallet().tag(), hold().tag()) : List.of(wallet().tag(), hold().tag(), drop.tag());
    }

    /** {@code lots} are the parts that are reserved, in burn-down order. */
    record HoldPlaced(
            LedgerId ledger,
            HoldId hold,
            WalletId wallet,
            MerchantId merchant,
            ClientId client,
            @Nullable DropId drop,
            @Nullable PopUpId popUp,
            Money amount,
            Money available,
            List<Lot> lots,
            Instant expires,
            @Nullable SealedText reference,
            JournalEntry journalEntry)
            implements HoldEvent {
        public HoldPlaced {
            lots = List.copyOf(lots);
        }
    }

    /**
     * @param part which capture of the hold it is, from 1
     * @param commission what this capture adds to our share of the hold's purchase
     * @param held what the hold still holds after it; it is over where that is nothing
     * @param lots the parts that paid, in burn-down order
     * @param returned what a final capture let go of, back in its lots
     * @param broken what it let go of and had expired meanwhile
     */
    record HoldCaptured(
            LedgerId ledger,
            HoldId hold,
            WalletId wallet,
            MerchantId merchant,
            ClientId client,
            @Nullable DropId drop,
            @Nullable PopUpId popUp,
            int part,
            Money amount,
            Money commission,
            Money held,
            Money available,
            List<Lot> lots,
            List<Lot> returned,
            List<Lot> broken,
            Instant expires,
            @Nullable SealedText reference,
            JournalEntry journalEntry)
            implements HoldEvent, VisitsPopUp {
        public HoldCaptured {
            lots = List.copyOf(lots);
            returned = List.copyOf(returned);
            broken = List.copyOf(broken);
        }

        public PurchaseId purchase() {
            return hold.purchase();
        }

        /** The purchase that the first capture of a hold begins. */
        public Sale sale() {
            return new Sale(ledger, purchase(), wallet, merchant, client, popUp, reference, null);
        }

        @Override
        public List<Tag> tags() {
            var tags = new ArrayList<Tag>(6);
            tags.add(wallet.tag());
            tags.add(hold.tag());
            tags.add(purchase().tag());
            tags.add(merchant.tag());
            if (drop != null) {
                tags.add(drop.tag());
            }
            if (popUp != null) {
                tags.add(popUp.tag());
            }
            return tags;
        }
    }

    /** All that it still held was let go: {@code returned} to its lots, {@code broken} where a lot had expired meanwhile. */
    record HoldVoided(
            HoldId hold,
            WalletId wallet,
            @Nullable DropId drop,
            Money amount,
            Money available,
            List<Lot> returned,
            List<Lot> broken,
            Instant expires,
            JournalEntry journalEntry)
            implements HoldEvent {
        public HoldVoided {
            returned = List.copyOf(returned);
            broken = List.copyOf(broken);
        }
    }

    /** The same by time alone; it lapsed when it expired, however late this is recorded. */
    record HoldExpired(
            HoldId hold,
            WalletId wallet,
            @Nullable DropId drop,
            Money amount,
            Money available,
            List<Lot> returned,
            List<Lot> broken,
            Instant expires,
            JournalEntry journalEntry)
            implements HoldEvent {
        public HoldExpired {
            returned = List.copyOf(returned);
            broken = List.copyOf(broken);
        }
    }
}
