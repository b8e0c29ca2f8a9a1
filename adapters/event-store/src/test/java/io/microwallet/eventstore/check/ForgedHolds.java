package io.microwallet.eventstore.check;

import static io.microwallet.eventstore.Till.eur;

import io.microwallet.core.drop.DropEvent.DropCreated;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.drop.Offer;
import io.microwallet.core.drop.Offer.EarlyAccess;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldEvent.HoldVoided;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.MerchantPayable;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds of 1.00 and a drop of one unit, as the rules would have decided them, but that nobody asked the rules. */
final class ForgedHolds {
    private static final DropId DROP = new DropId(new UUID(11, 1));

    private final Forger forger;
    private final Purchased last;
    private final Instant at;

    ForgedHolds(Forger forger) throws Exception {
        this.forger = forger;
        this.last = (Purchased) forger.at(Booked.LAST).event();
        this.at = forger.at(Booked.LAST).at();
    }

    /** Lets go of a half, and forgets the other. */
    void halfForgotten() throws Exception {
        var placed = placed(1, null, at.plusSeconds(60), 300);
        forger.append(placed);
        var half = List.of(lot().of(eur(50)));
        forger.append(new HoldVoided(
                placed.hold(),
                placed.wallet(),
                null,
                eur(50),
                eur(350),
                half,
                List.of(),
                placed.expires(),
                JournalEntry.of(
                        Posting.debit(funds(Availability.HELD), eur(50)),
                        Posting.credit(funds(Availability.AVAILABLE), eur(50)))));
    }

    /** Two hold the only unit. */
    void oversold() throws Exception {
        forger.append(drop());
        forger.append(placed(1, DROP, at.plusSeconds(60), 300));
        forger.append(placed(2, DROP, at.plusSeconds(60), 200));
    }

    /** The hold had lapsed in the instant in which it is captured. */
    void capturedAfterTheLapse() throws Exception {
        forger.append(drop());
        var placed = placed(1, DROP, at, 300);
        forger.append(placed);
        forger.append(new HoldCaptured(
                last.ledger(),
                placed.hold(),
                last.wallet(),
                last.merchant(),
                last.client(),
                DROP,
                null,
                1,
                eur(100),
                eur(0),
                eur(0),
                eur(300),
                List.of(lot()),
                List.of(),
                List.of(),
                placed.expires(),
                null,
                JournalEntry.of(
                        Posting.debit(funds(Availability.HELD), eur(100)),
                        Posting.credit(new MerchantPayable(last.merchant()), eur(100)))));
    }

    private DropCreated drop() {
        var offer = new Offer(1, eur(100), null, EarlyAccess.NOBODY, 1, 60);
        var name = new SealedText("c2VhbGVk");
        return new DropCreated(last.ledger(), DROP, last.merchant(), null, name, offer, at, at.plusSeconds(60), null);
    }

    private HoldPlaced placed(long number, @Nullable DropId drop, Instant expires, long available) {
        return new HoldPlaced(
                last.ledger(),
                new HoldId(new UUID(12, number)),
                last.wallet(),
                last.merchant(),
                last.client(),
                drop,
                null,
                eur(100),
                eur(available),
                List.of(lot()),
                expires,
                null,
                JournalEntry.of(
                        Posting.debit(funds(Availability.AVAILABLE), eur(100)),
                        Posting.credit(funds(Availability.HELD), eur(100))));
    }

    private Lot lot() {
        Money euro = eur(100);
        return last.lots().getFirst().of(euro);
    }

    private WalletFunds funds(Availability availability) {
        return new WalletFunds(last.wallet(), LotKind.CASH, availability);
    }
}
