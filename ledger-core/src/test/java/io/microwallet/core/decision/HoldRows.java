package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.BAKER;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.OWN_SHOP;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.PopUp.succeeded;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Row.row;
import static io.microwallet.core.given.Stall.DROP;
import static io.microwallet.core.given.Stall.DROP_CREATED;
import static io.microwallet.core.given.Stall.EXPIRES;
import static io.microwallet.core.given.Stall.HOLD;
import static io.microwallet.core.given.Stall.LAPSED;
import static io.microwallet.core.given.Stall.MARKET;
import static io.microwallet.core.given.Stall.MARKET_CREATED;
import static io.microwallet.core.given.Stall.OTHER_HOLD;
import static io.microwallet.core.given.Stall.OTHER_WALLET;
import static io.microwallet.core.given.Stall.captured;
import static io.microwallet.core.given.Stall.capturedNext;
import static io.microwallet.core.given.Stall.cashPart;
import static io.microwallet.core.given.Stall.creditPart;
import static io.microwallet.core.given.Stall.deposit;
import static io.microwallet.core.given.Stall.drop;
import static io.microwallet.core.given.Stall.expired;
import static io.microwallet.core.given.Stall.placed;
import static io.microwallet.core.given.Stall.placedByOther;
import static io.microwallet.core.given.Stall.voided;
import static io.microwallet.core.given.Stall.with;

import io.microwallet.core.drop.DropEvent.DropClosed;
import io.microwallet.core.given.Club;
import io.microwallet.core.given.PopUp;
import io.microwallet.core.given.Row;
import io.microwallet.core.given.Stall;
import io.microwallet.core.given.Stall.LetGo;
import io.microwallet.core.hold.HoldCommand.CaptureHold;
import io.microwallet.core.hold.HoldCommand.PlaceDeposit;
import io.microwallet.core.hold.HoldCommand.PlaceHold;
import io.microwallet.core.hold.HoldCommand.Rest;
import io.microwallet.core.hold.HoldCommand.VoidHold;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.hold.HoldRefusal;
import io.microwallet.core.journal.Account.Sales;
import io.microwallet.core.journal.Booking;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.WalletCommand.SettleOverdue;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When funds and units are held, captured and let go of. */
final class HoldRows {
    private static final PlaceHold BUY = new PlaceHold(LEDGER, HOLD, WALLET, DROP, TILL, NAME);
    private static final HoldPlaced HELD = placed(EXPIRES);
    private static final HoldPlaced GONE = placed(LAPSED);
    private static final LetGo ALL = LetGo.back(creditPart(1_000), cashPart(2_000));
    private static final WalletClosed CLOSED = new WalletClosed(WALLET);
    private static final WalletErased ERASED = new WalletErased(WALLET);
    private static final WalletFrozen FROZEN = new WalletFrozen(WALLET);

    private HoldRows() {}

    static Stream<Row> rows() {
        return Stream.of(
                        placing(),
                        placingRefused(),
                        members(),
                        soldOut(),
                        deposits(),
                        depositsRefused(),
                        captures(),
                        capturesRefused(),
                        voids(),
                        overdue())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> placing() {
        return Stream.of(
                row("a unit is held, and its price").given(with()).when(BUY).accepted(HELD),
                row("the last unit of a drop")
                        .given(with(placedByOther(OTHER_HOLD, EXPIRES)))
                        .when(BUY)
                        .accepted(HELD),
                row("no wallet holds").given(DROP_CREATED).when(BUY).absent(Absence.WALLET_NOT_FOUND),
                row("another ledger's wallet does not hold")
                        .given(DROP_CREATED, new WalletOpened(NEIGHBOUR, WALLET, TILL, null, null))
                        .when(BUY)
                        .absent(Absence.WALLET_NOT_FOUND),
                row("an erased wallet does not hold")
                        .given(DROP_CREATED, OPENED, CLOSED, ERASED)
                        .when(BUY)
                        .absent(Absence.WALLET_ERASED),
                row("no drop is bought").given(OPENED).when(BUY).absent(Absence.DROP_NOT_FOUND),
                row("a closed wallet buys no drop that is not there")
                        .given(OPENED, CLOSED)
                        .when(BUY)
                        .absent(Absence.DROP_NOT_FOUND),
                row("another ledger's drop is not bought")
                        .given(with())
                        .when(new PlaceHold(NEIGHBOUR, HOLD, WALLET, DROP, TILL, NAME))
                        .absent(Absence.WALLET_NOT_FOUND));
    }

    private static Stream<Row> placingRefused() {
        var later = drop(NOW.plusNanos(1_000), NOW.plusSeconds(60));
        var over = drop(NOW.minusSeconds(60), NOW);
        return Stream.of(
                row("a closed wallet buys nothing, whatever the drop")
                        .given(OPENED, CLOSED, later)
                        .when(BUY)
                        .refused(HoldRefusal.WALLET_CLOSED),
                row("a frozen wallet buys nothing, whatever the drop")
                        .given(OPENED, FROZEN, later)
                        .when(BUY)
                        .refused(HoldRefusal.WALLET_FROZEN),
                row("a drop opens for nobody before its time, whatever they have")
                        .given(OPENED, later)
                        .when(BUY)
                        .refused(HoldRefusal.DROP_NOT_OPEN),
                row("a drop is over when its time is, whatever they have")
                        .given(OPENED, over)
                        .when(BUY)
                        .refused(HoldRefusal.DROP_CLOSED),
                row("a drop that was closed by an order is over")
                        .given(OPENED, DROP_CREATED, new DropClosed(DROP))
                        .when(BUY)
                        .refused(HoldRefusal.DROP_CLOSED),
                row("a wallet has as many units as the drop gives to one, whatever else it holds")
                        .given(full(HELD))
                        .when(next())
                        .refused(HoldRefusal.DROP_CAP_REACHED),
                row("a unit that it has paid counts like one that it holds")
                        .given(with(HELD, captured(HELD, 75, 0, 2_000, HELD.lots(), LetGo.NOTHING)))
                        .when(next())
                        .refused(HoldRefusal.DROP_CAP_REACHED),
                row("a unit that is paid in part counts once")
                        .given(with(HELD, captured(HELD, 25, 2_000, 2_000, List.of(creditPart(1_000)), LetGo.NOTHING)))
                        .when(next())
                        .refused(HoldRefusal.DROP_CAP_REACHED),
                row("a wallet has so many open holds at most, whatever it has")
                        .given(full())
                        .when(BUY)
                        .refused(HoldRefusal.TOO_MANY_OPEN_HOLDS),
                row("money of another currency holds nothing")
                        .given(DROP_CREATED, OPENED, Purse.YEN_REQUESTED, Purse.YEN)
                        .when(BUY)
                        .refused(HoldRefusal.CURRENCY_NOT_HELD),
                row("an empty wallet holds nothing")
                        .given(DROP_CREATED, OPENED)
                        .when(BUY)
                        .refused(HoldRefusal.INSUFFICIENT_FUNDS),
                row("a cent less than the price holds nothing")
                        .given(DROP_CREATED, OPENED, Purse.REQUESTED, Purse.A_CENT_SHORT)
                        .when(BUY)
                        .refused(HoldRefusal.INSUFFICIENT_FUNDS));
    }

    /** Money that is not quite what it should be. */
    private static final class Purse {
        static final TopUpId TOP_UP = new TopUpId(new UUID(6, 9));
        static final Event REQUESTED = requested(TOP_UP, eur(2_999));
        static final Event A_CENT_SHORT = succeeded(TOP_UP, eur(2_999), eur(2_999));
        static final Event YEN_REQUESTED = requested(TOP_UP, Money.of(9_999, "JPY"));
        static final Event YEN = succeeded(TOP_UP, Money.of(9_999, "JPY"), Money.of(9_999, "JPY"));
    }

    private static Stream<Row> members() {
        var later = drop(NOW.plusSeconds(900), NOW.plusSeconds(1_800));
        var muchLater = drop(NOW.plusSeconds(900).plusNanos(1_000), NOW.plusSeconds(1_800));
        var member = Club.started(NOW.plusSeconds(60), eur(3_000), cashPart(2_000));
        var over = Club.started(NOW, eur(3_000), cashPart(2_000));
        var memberPrice = placed(HOLD, WALLET, DROP, EXPIRES, eur(500), List.of(creditPart(1_000), cashPart(1_500)));
        return Stream.of(
                row("a member pays the member price")
                        .given(with(member))
                        .when(BUY)
                        .accepted(memberPrice),
                row("a member buys 15 minutes earlier")
                        .given(more(early(later), member))
                        .when(BUY)
                        .accepted(memberPrice),
                row("a member buys no earlier than that")
                        .given(more(early(muchLater), member))
                        .when(BUY)
                        .refused(HoldRefusal.DROP_NOT_OPEN),
                row("who is a member no longer pays what everybody pays")
                        .given(with(over))
                        .when(BUY)
                        .accepted(
                                Club.over(2_000),
                                placed(
                                        HOLD,
                                        WALLET,
                                        DROP,
                                        EXPIRES,
                                        eur(0),
                                        List.of(creditPart(1_000), cashPart(2_000)))));
    }

    private static Event[] early(Event drop) {
        return Stream.of(with())
                .map(event -> event.equals(DROP_CREATED) ? drop : event)
                .toArray(Event[]::new);
    }

    private static Stream<Row> soldOut() {
        var first = placedByOther(OTHER_HOLD, EXPIRES);
        var second = placedByOther(new HoldId(new UUID(12, 3)), EXPIRES);
        var lapsed = placedByOther(new HoldId(new UUID(12, 3)), LAPSED);
        var almost = placedByOther(new HoldId(new UUID(12, 3)), LAPSED.plusNanos(1_000));
        return Stream.of(
                row("nothing is left, whatever the wallet has")
                        .given(OPENED, DROP_CREATED, first, second)
                        .when(BUY)
                        .refused(HoldRefusal.DROP_SOLD_OUT),
                row("what is sold is gone")
                        .given(OPENED, DROP_CREATED, first, paid(first), second, paid(second))
                        .when(BUY)
                        .refused(HoldRefusal.DROP_SOLD_OUT),
                row("what is sold stays sold when the rest of its hold is let go of")
                        .given(with(first, paidHalf(first), halfVoided(first), second))
                        .when(BUY)
                        .refused(HoldRefusal.DROP_SOLD_OUT),
                row("a unit is held to its last microsecond")
                        .given(with(first, almost))
                        .when(BUY)
                        .refused(HoldRefusal.DROP_SOLD_OUT),
                row("a unit that has lapsed is free, though nobody has swept it")
                        .given(with(first, lapsed))
                        .when(BUY)
                        .accepted(HELD),
                row("a unit that was let go of is free")
                        .given(with(
                                first,
                                second,
                                voided(second, 3_000, LetGo.back(second.lots().getFirst()))))
                        .when(BUY)
                        .accepted(HELD));
    }

    private static Event paid(HoldPlaced hold) {
        return captured(hold, 75, 0, 0, hold.lots(), LetGo.NOTHING);
    }

    private static Event paidHalf(HoldPlaced hold) {
        return captured(hold, 38, 1_500, 0, List.of(half(hold)), LetGo.NOTHING);
    }

    private static Event halfVoided(HoldPlaced hold) {
        return voided(hold, 1_500, LetGo.back(half(hold)));
    }

    private static Lot half(HoldPlaced hold) {
        return hold.lots().getFirst().of(eur(1_500));
    }

    private static PlaceHold next() {
        return new PlaceHold(LEDGER, OTHER_HOLD, WALLET, DROP, TILL, NAME);
    }

    /** As many open holds as a wallet may have, these among them. */
    private static Event[] full(HoldPlaced... holds) {
        var events = new ArrayList<Event>(List.of(holds));
        for (var i = holds.length; i < Limits.DEFAULT.openHolds(); i++) {
            var cent = cashPart(1);
            events.add(placed(new HoldId(new UUID(13, i)), WALLET, null, EXPIRES, eur(1), List.of(cent)));
        }
        return with(events.toArray(Event[]::new));
    }

    private static Stream<Row> deposits() {
        return Stream.of(
                row("a deposit is held")
                        .given(with())
                        .when(hold(BAKER, eur(3_000)))
                        .accepted(deposit(BAKER, EXPIRES)),
                row("a deposit for an own shop")
                        .given(with())
                        .when(hold(OWN_SHOP, eur(3_000)))
                        .accepted(deposit(OWN_SHOP, EXPIRES)),
                row("no wallet makes a deposit")
                        .given(PopUp.BAKER_ADDED, MARKET_CREATED)
                        .when(hold(BAKER, eur(1)))
                        .absent(Absence.WALLET_NOT_FOUND),
                row("an erased wallet makes no deposit")
                        .given(OPENED, CLOSED, ERASED)
                        .when(hold(BAKER, eur(1)))
                        .absent(Absence.WALLET_ERASED),
                row("a deposit for nobody")
                        .given(OPENED, MARKET_CREATED)
                        .when(hold(BAKER, eur(1)))
                        .absent(Absence.MERCHANT_NOT_FOUND),
                row("a deposit at a pop-up that is not there")
                        .given(OPENED, PopUp.BAKER_ADDED)
                        .when(hold(BAKER, eur(1)))
                        .absent(Absence.POP_UP_NOT_FOUND));
    }

    private static Stream<Row> depositsRefused() {
        return Stream.of(
                row("a closed wallet makes no deposit")
                        .given(OPENED, CLOSED, PopUp.BAKER_ADDED, MARKET_CREATED)
                        .when(hold(BAKER, eur(1)))
                        .refused(HoldRefusal.WALLET_CLOSED),
                row("a frozen wallet makes no deposit, however many it has")
                        .given(more(full(), FROZEN))
                        .when(hold(BAKER, eur(1)))
                        .refused(HoldRefusal.WALLET_FROZEN),
                row("one deposit too many, whatever the amount")
                        .given(full())
                        .when(hold(BAKER, eur(9_999)))
                        .refused(HoldRefusal.TOO_MANY_OPEN_HOLDS),
                row("a deposit in a currency that is not there")
                        .given(with())
                        .when(hold(BAKER, Money.of(1, "JPY")))
                        .refused(HoldRefusal.CURRENCY_NOT_HELD),
                row("what is held already is not held twice")
                        .given(with(HELD))
                        .when(hold(BAKER, eur(2_001)))
                        .refused(HoldRefusal.INSUFFICIENT_FUNDS));
    }

    private static Event[] more(Event[] events, Event... more) {
        return Stream.concat(Stream.of(events), Stream.of(more)).toArray(Event[]::new);
    }

    private static PlaceDeposit hold(MerchantId merchant, Money amount) {
        return new PlaceDeposit(LEDGER, HOLD, WALLET, merchant, TILL, amount, 600, MARKET, NAME);
    }

    private static Stream<Row> captures() {
        var credit = creditPart(1_000);
        return Stream.of(
                row("all that is held is captured")
                        .given(with(HELD))
                        .when(capture(null, Rest.LET_GO))
                        .accepted(captured(HELD, 75, 0, 2_000, HELD.lots(), LetGo.NOTHING)),
                row("a part is captured, and the rest stays held")
                        .given(with(HELD))
                        .when(capture(eur(2_500), Rest.KEPT))
                        .accepted(captured(HELD, 62, 500, 2_000, List.of(credit, cashPart(1_500)), LetGo.NOTHING)),
                row("a part is captured for good, and the rest goes back")
                        .given(with(HELD))
                        .when(capture(eur(2_500), Rest.LET_GO))
                        .accepted(captured(
                                HELD, 62, 0, 2_500, List.of(credit, cashPart(1_500)), LetGo.back(cashPart(500)))),
                row("commission is due on all captures together: 0.5 and 0.5 of a cent are one")
                        .given(with(HELD, captured(HELD, 0, 2_980, 2_000, List.of(creditPart(20)), LetGo.NOTHING)))
                        .when(capture(eur(20), Rest.KEPT))
                        .accepted(capturedNext(HELD, 1, 2_960, 2_000, List.of(creditPart(20)))),
                row("the last part of many")
                        .given(with(HELD, captured(HELD, 25, 2_000, 2_000, List.of(credit), LetGo.NOTHING)))
                        .when(capture(null, Rest.KEPT))
                        .accepted(capturedNext(HELD, 50, 0, 2_000, List.of(cashPart(2_000)))),
                row("an own shop's deposit is income whole")
                        .given(with(deposit(OWN_SHOP, EXPIRES)))
                        .when(captureDeposit(OWN_SHOP))
                        .accepted(captured(
                                deposit(OWN_SHOP, EXPIRES),
                                1,
                                0,
                                0,
                                2_000,
                                HELD.lots(),
                                LetGo.NOTHING,
                                new Booking()
                                        .debit(Stall.held(WALLET, LotKind.CREDIT), eur(1_000))
                                        .debit(Stall.held(WALLET, LotKind.CASH), eur(2_000))
                                        .credit(new Sales(OWN_SHOP), eur(3_000))
                                        .entry())),
                row("a frozen wallet's hold is captured: it was promised before")
                        .given(with(HELD, FROZEN))
                        .when(capture(null, Rest.KEPT))
                        .accepted(captured(HELD, 75, 0, 2_000, HELD.lots(), LetGo.NOTHING)),
                row("a lot that expired while it was held still pays, and what is not taken of it breaks")
                        .given(withOld(OLD_HELD))
                        .when(capture(eur(400), Rest.LET_GO))
                        .accepted(captured(
                                OLD_HELD,
                                10,
                                0,
                                4_000,
                                List.of(old(400)),
                                new LetGo(List.of(cashPart(2_000)), List.of(old(600))))));
    }

    private static Stream<Row> capturesRefused() {
        var over = captured(HELD, 75, 0, 2_000, HELD.lots(), LetGo.NOTHING);
        var capture = capture(eur(9_999), Rest.KEPT);
        return Stream.of(
                row("no hold is captured").given(with()).when(capture).absent(Absence.HOLD_NOT_FOUND),
                row("another ledger's hold is not captured")
                        .given(with(HELD))
                        .when(new CaptureHold(NEIGHBOUR, HOLD, WALLET, DROP, BAKER, TILL, null, Rest.KEPT, NAME))
                        .absent(Absence.HOLD_NOT_FOUND),
                row("another wallet's hold is not captured")
                        .given(with(HELD))
                        .when(new CaptureHold(LEDGER, HOLD, OTHER_WALLET, DROP, BAKER, TILL, null, Rest.KEPT, NAME))
                        .absent(Absence.HOLD_NOT_FOUND),
                row("a hold is not captured for nobody")
                        .given(with(HELD))
                        .when(captureDeposit(new MerchantId(new UUID(5, 9))))
                        .absent(Absence.MERCHANT_NOT_FOUND),
                row("what was captured to its end is not captured again, whatever the amount")
                        .given(with(HELD, over))
                        .when(capture)
                        .refused(HoldRefusal.HOLD_CAPTURED),
                row("what was let go of is not captured, whatever the amount")
                        .given(with(HELD, voided(HELD, 5_000, ALL)))
                        .when(capture)
                        .refused(HoldRefusal.HOLD_VOIDED),
                row("what was swept is not captured, whatever the amount")
                        .given(with(GONE, expired(GONE, 5_000, ALL)))
                        .when(capture)
                        .refused(HoldRefusal.HOLD_EXPIRED),
                row("what has lapsed is not captured, though nobody has swept it: the refusal stands alone")
                        .given(with(GONE))
                        .when(capture)
                        .refused(HoldRefusal.HOLD_EXPIRED),
                row("a capture is in the currency that is held")
                        .given(with(HELD))
                        .when(capture(Money.of(9_999, "JPY"), Rest.KEPT))
                        .refused(HoldRefusal.HOLD_IN_ANOTHER_CURRENCY),
                row("a cent more than is held is not captured")
                        .given(with(HELD))
                        .when(capture(eur(3_001), Rest.KEPT))
                        .refused(HoldRefusal.CAPTURE_EXCEEDS_HOLD),
                row("a cent more than is left is not captured")
                        .given(with(HELD, captured(HELD, 25, 2_000, 2_000, List.of(creditPart(1_000)), LetGo.NOTHING)))
                        .when(capture(eur(2_001), Rest.LET_GO))
                        .refused(HoldRefusal.CAPTURE_EXCEEDS_HOLD));
    }

    private static Stream<Row> voids() {
        var letGo = new VoidHold(LEDGER, HOLD, WALLET, DROP);
        return Stream.of(
                row("a hold is let go of, to its lots")
                        .given(with(HELD))
                        .when(letGo)
                        .accepted(voided(HELD, 5_000, ALL)),
                row("what is left of a hold is let go of")
                        .given(with(HELD, captured(HELD, 25, 2_000, 2_000, List.of(creditPart(1_000)), LetGo.NOTHING)))
                        .when(letGo)
                        .accepted(voided(HELD, 4_000, LetGo.back(cashPart(2_000)))),
                row("a frozen wallet's hold is let go of")
                        .given(with(HELD, FROZEN))
                        .when(letGo)
                        .accepted(voided(HELD, 5_000, ALL)),
                row("what is handed back to a lot that has expired breaks")
                        .given(withOld(OLD_HELD))
                        .when(letGo)
                        .accepted(voided(OLD_HELD, 4_000, new LetGo(List.of(cashPart(2_000)), List.of(old(1_000))))),
                row("no hold is let go of").given(with()).when(letGo).absent(Absence.HOLD_NOT_FOUND),
                row("a hold is let go of once")
                        .given(with(HELD, voided(HELD, 5_000, ALL)))
                        .when(letGo)
                        .refused(HoldRefusal.HOLD_VOIDED),
                row("what was captured is not let go of")
                        .given(with(HELD, captured(HELD, 75, 0, 2_000, HELD.lots(), LetGo.NOTHING)))
                        .when(letGo)
                        .refused(HoldRefusal.HOLD_CAPTURED),
                row("what has lapsed is not let go of again")
                        .given(with(GONE))
                        .when(letGo)
                        .refused(HoldRefusal.HOLD_EXPIRED));
    }

    private static Stream<Row> overdue() {
        var settle = new SettleOverdue(WALLET);
        var oldGone = placed(HOLD, WALLET, DROP, LAPSED, eur(2_000), List.of(old(1_000), cashPart(2_000)));
        return Stream.of(
                row("a lapsed hold is swept").given(with(GONE)).when(settle).accepted(expired(GONE, 5_000, ALL)),
                row("a lapsed hold is swept once")
                        .given(with(GONE, expired(GONE, 5_000, ALL)))
                        .when(settle)
                        .alreadyKnown(),
                row("a hold that has not lapsed is not swept")
                        .given(with(HELD))
                        .when(settle)
                        .alreadyKnown(),
                row("what a lapsed hold hands back to a lot that has expired breaks")
                        .given(withOld(oldGone))
                        .when(settle)
                        .accepted(expired(oldGone, 4_000, new LetGo(List.of(cashPart(2_000)), List.of(old(1_000))))),
                row("the wallet's next decision books the lapsed hold first")
                        .given(with(GONE))
                        .when(next())
                        .accepted(
                                expired(GONE, 5_000, ALL),
                                placed(
                                        OTHER_HOLD,
                                        WALLET,
                                        DROP,
                                        EXPIRES,
                                        eur(2_000),
                                        List.of(creditPart(1_000), cashPart(2_000)))),
                row("two lapsed holds are booked one after the other")
                        .given(with(GONE, placed(OTHER_HOLD, WALLET, null, LAPSED, eur(0), List.of(cashPart(2_000)))))
                        .when(settle)
                        .accepted(
                                expired(GONE, 3_000, ALL),
                                expired(
                                        placed(OTHER_HOLD, WALLET, null, LAPSED, eur(0), List.of(cashPart(2_000))),
                                        5_000,
                                        LetGo.back(cashPart(2_000)))),
                row("a refusal leaves a lapsed hold where it is, and stands alone")
                        .given(with(GONE))
                        .when(new VoidHold(LEDGER, HOLD, WALLET, DROP))
                        .refused(HoldRefusal.HOLD_EXPIRED));
    }

    // A credit that is over by now, though the hold on it is not.
    private static final HoldPlaced OLD_HELD =
            placed(HOLD, WALLET, DROP, EXPIRES, eur(2_000), List.of(old(1_000), cashPart(2_000)));

    private static Lot old(long cents) {
        return Lot.credit(new LotId(new UUID(7, 1)), eur(cents), Row.EARLIER, NOW, Funder.ledger());
    }

    private static Event[] withOld(Event... more) {
        return Stream.of(with(more))
                .map(event -> event.equals(Stall.credit(WALLET, creditPart(1_000), eur(5_000)))
                        ? Stall.credit(WALLET, old(1_000), eur(5_000))
                        : event)
                .toArray(Event[]::new);
    }

    private static CaptureHold capture(@Nullable Money amount, Rest rest) {
        return new CaptureHold(LEDGER, HOLD, WALLET, DROP, BAKER, TILL, amount, rest, null);
    }

    private static CaptureHold captureDeposit(MerchantId merchant) {
        return new CaptureHold(LEDGER, HOLD, WALLET, null, merchant, TILL, null, Rest.LET_GO, null);
    }
}
