package io.microwallet.core.decision;

import static io.microwallet.core.decision.Held.CLOSED;
import static io.microwallet.core.decision.Held.ERASED;
import static io.microwallet.core.decision.Held.FROZEN;
import static io.microwallet.core.decision.Held.HELD;
import static io.microwallet.core.decision.Held.full;
import static io.microwallet.core.decision.Held.more;
import static io.microwallet.core.decision.Held.next;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.OPENED;
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
import static io.microwallet.core.given.Stall.OTHER_HOLD;
import static io.microwallet.core.given.Stall.captured;
import static io.microwallet.core.given.Stall.cashPart;
import static io.microwallet.core.given.Stall.creditPart;
import static io.microwallet.core.given.Stall.drop;
import static io.microwallet.core.given.Stall.placed;
import static io.microwallet.core.given.Stall.placedByOther;
import static io.microwallet.core.given.Stall.voided;
import static io.microwallet.core.given.Stall.with;

import io.microwallet.core.drop.DropEvent.DropClosed;
import io.microwallet.core.given.Club;
import io.microwallet.core.given.Row;
import io.microwallet.core.given.Stall.LetGo;
import io.microwallet.core.hold.HoldCommand.PlaceHold;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.hold.HoldRefusal;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** When a unit of a drop is held, and its price. */
final class HoldPlacingRows {
    private static final PlaceHold BUY = new PlaceHold(LEDGER, HOLD, WALLET, DROP, TILL, NAME);

    private HoldPlacingRows() {}

    static Stream<Row> rows() {
        return Stream.of(placing(), placingRefused(), members(), soldOut()).flatMap(rows -> rows);
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
                row("nothing is left, though the wallet has its share already")
                        .given(with(HELD, first))
                        .when(next())
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
}
