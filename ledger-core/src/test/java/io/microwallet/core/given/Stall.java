package io.microwallet.core.given;

import static io.microwallet.core.given.PopUp.BAKER;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.PopUp.succeeded;

import io.microwallet.core.decision.Event;
import io.microwallet.core.drop.DropEvent.DropCreated;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.drop.Offer;
import io.microwallet.core.drop.Offer.EarlyAccess;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.hold.HoldEvent.HoldExpired;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldEvent.HoldVoided;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.Commission;
import io.microwallet.core.journal.Account.MerchantPayable;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.Booking;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpEvent.PopUpCreated;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A baker's stall at a market, with a drop of two units at 30.00 of which a wallet may have one. The wallet has 10.00 of credit, which
 * goes first, and 40.00 of cash. Whatever is given is recorded at {@link Row#EARLIER}.
 */
public final class Stall {
    public static final PopUpId MARKET = new PopUpId(new UUID(9, 1));
    public static final DropId DROP = new DropId(new UUID(11, 1));
    public static final HoldId HOLD = new HoldId(new UUID(12, 1));
    public static final HoldId OTHER_HOLD = new HoldId(new UUID(12, 2));
    public static final WalletId OTHER_WALLET = new WalletId(new UUID(4, 2));
    public static final Instant CREDIT_EXPIRES = Row.NOW.plus(Duration.ofDays(7));
    /** One that is placed now expires then. */
    public static final Instant EXPIRES = Row.NOW.plusSeconds(600);
    /** Then its time is over now. */
    public static final Instant LAPSED = Row.NOW;

    public static final PopUpCreated MARKET_CREATED =
            new PopUpCreated(LEDGER, MARKET, NAME, Row.EARLIER, EXPIRES, ZoneId.of("Europe/Berlin"), null);
    public static final DropCreated DROP_CREATED = drop(Row.EARLIER, Row.NOW.plusSeconds(3_600));

    private static final TopUpId CASH = new TopUpId(new UUID(6, 1));
    private static final HoldId UNKNOWN = new HoldId(new UUID(12, 99));

    private Stall() {}

    public static Offer offer() {
        return new Offer(2, eur(3_000), eur(2_500), EarlyAccess.MEMBERS, 1, 600);
    }

    public static DropCreated drop(Instant opens, Instant closes) {
        return new DropCreated(LEDGER, DROP, BAKER, MARKET, NAME, offer(), opens, closes, null);
    }

    /** Everything that the cast needs before it can do anything, and more. */
    public static Event[] with(Event... more) {
        var events = new ArrayList<Event>();
        events.add(PopUp.BAKER_ADDED);
        events.add(PopUp.OWN_SHOP_ADDED);
        events.add(MARKET_CREATED);
        events.add(DROP_CREATED);
        events.addAll(List.of(funds()));
        events.addAll(List.of(more));
        return events.toArray(Event[]::new);
    }

    public static Event[] funds() {
        return new Event[] {
            PopUp.OPENED,
            requested(CASH, eur(4_000)),
            succeeded(CASH, eur(4_000), eur(4_000)),
            credit(WALLET, creditPart(1_000), eur(5_000))
        };
    }

    public static WalletOpened opened(WalletId wallet) {
        return new WalletOpened(LEDGER, wallet, TILL, null, null);
    }

    /** Credit comes into a wallet: here, out of a hold of long ago. */
    public static Event credit(WalletId wallet, Lot lot, Money available) {
        var entry = new Booking()
                .debit(held(wallet, lot.kind()), lot.amount())
                .credit(available(wallet, lot.kind()), lot.amount())
                .entry();
        return new HoldVoided(
                UNKNOWN, wallet, null, lot.amount(), available, List.of(lot), List.of(), Row.EARLIER, entry);
    }

    public static Lot creditPart(long cents) {
        return Lot.credit(new LotId(new UUID(7, 1)), eur(cents), Row.EARLIER, CREDIT_EXPIRES, Funder.ledger());
    }

    public static Lot cashPart(long cents) {
        return Lot.cash(LotId.of(CASH), eur(cents), Row.EARLIER);
    }

    public static WalletFunds held(WalletId wallet, LotKind kind) {
        return new WalletFunds(wallet, kind, Availability.HELD);
    }

    public static WalletFunds available(WalletId wallet, LotKind kind) {
        return new WalletFunds(wallet, kind, Availability.AVAILABLE);
    }

    /** 30.00 held for a unit of the drop: 10.00 of credit and 20.00 of cash. */
    public static HoldPlaced placed(Instant expires) {
        return placed(HOLD, WALLET, DROP, expires, eur(2_000), List.of(creditPart(1_000), cashPart(2_000)));
    }

    /** The same without a drop, for some merchant. */
    public static HoldPlaced deposit(MerchantId merchant, Instant expires) {
        var hold = placed(HOLD, WALLET, null, expires, eur(2_000), List.of(creditPart(1_000), cashPart(2_000)));
        return new HoldPlaced(
                LEDGER,
                HOLD,
                WALLET,
                merchant,
                TILL,
                null,
                MARKET,
                hold.amount(),
                hold.available(),
                hold.lots(),
                expires,
                NAME,
                hold.journalEntry());
    }

    public static HoldPlaced placed(
            HoldId hold, WalletId wallet, @Nullable DropId drop, Instant expires, Money available, List<Lot> lots) {
        var booking = new Booking();
        lots.forEach(lot -> booking.debit(available(wallet, lot.kind()), lot.amount()));
        lots.forEach(lot -> booking.credit(held(wallet, lot.kind()), lot.amount()));
        var amount = sum(lots);
        return new HoldPlaced(
                LEDGER,
                hold,
                wallet,
                BAKER,
                TILL,
                drop,
                MARKET,
                amount,
                available,
                lots,
                expires,
                NAME,
                booking.entry());
    }

    /** A unit of the drop that another wallet holds. */
    public static HoldPlaced placedByOther(HoldId hold, Instant expires) {
        var cash = Lot.cash(new LotId(new UUID(7, 2)), eur(3_000), Row.EARLIER);
        return placed(hold, OTHER_WALLET, DROP, expires, eur(0), List.of(cash));
    }

    /** What of a hold was captured and let go of, and what is left of it; for a third party. */
    public static HoldCaptured captured(
            HoldPlaced of, long commission, long held, long available, List<Lot> lots, LetGo letGo) {
        var amount = sum(lots);
        var booking = new Booking();
        lots.forEach(lot -> booking.debit(held(of.wallet(), lot.kind()), lot.amount()));
        booking.credit(new MerchantPayable(of.merchant()), amount.minus(eur(commission)));
        booking.credit(new Commission(), eur(commission));
        return captured(of, 1, commission, held, available, lots, letGo, letGo.book(booking, of.wallet()));
    }

    /** The same as the second capture of its hold. */
    public static HoldCaptured capturedNext(HoldPlaced of, long commission, long held, long available, List<Lot> lots) {
        var first = captured(of, commission, held, available, lots, LetGo.NOTHING);
        return captured(of, 2, commission, held, available, lots, LetGo.NOTHING, first.journalEntry());
    }

    public static HoldCaptured captured(
            HoldPlaced of,
            int part,
            long commission,
            long held,
            long available,
            List<Lot> lots,
            LetGo letGo,
            JournalEntry entry) {
        return new HoldCaptured(
                LEDGER,
                of.hold(),
                of.wallet(),
                of.merchant(),
                TILL,
                of.drop(),
                of.popUp(),
                part,
                sum(lots),
                eur(commission),
                eur(held),
                eur(available),
                lots,
                letGo.returned(),
                letGo.broken(),
                of.expires(),
                NAME,
                entry);
    }

    public static HoldVoided voided(HoldPlaced of, long available, LetGo letGo) {
        return new HoldVoided(
                of.hold(),
                of.wallet(),
                of.drop(),
                letGo.sum(),
                eur(available),
                letGo.returned(),
                letGo.broken(),
                of.expires(),
                letGo.book(new Booking(), of.wallet()));
    }

    public static HoldExpired expired(HoldPlaced of, long available, LetGo letGo) {
        return new HoldExpired(
                of.hold(),
                of.wallet(),
                of.drop(),
                letGo.sum(),
                eur(available),
                letGo.returned(),
                letGo.broken(),
                of.expires(),
                letGo.book(new Booking(), of.wallet()));
    }

    private static Money sum(List<Lot> lots) {
        return lots.stream().map(Lot::amount).reduce(eur(0), Money::plus);
    }

    /** What goes back to its lots, and what breaks. */
    public record LetGo(List<Lot> returned, List<Lot> broken) {
        public static final LetGo NOTHING = new LetGo(List.of(), List.of());

        public static LetGo back(Lot... lots) {
            return new LetGo(List.of(lots), List.of());
        }

        Money sum() {
            return Stall.sum(returned).plus(Stall.sum(broken));
        }

        JournalEntry book(Booking booking, WalletId wallet) {
            for (var lot : returned) {
                booking.debit(held(wallet, lot.kind()), lot.amount());
                booking.credit(available(wallet, lot.kind()), lot.amount());
            }
            for (var lot : broken) {
                booking.debit(held(wallet, lot.kind()), lot.amount());
                booking.credit(new Account.MembershipCredits(), lot.amount());
            }
            return booking.entry();
        }
    }
}
