package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.BAKER;
import static io.microwallet.core.given.PopUp.BAKER_ADDED;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.Row.EARLIER;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Row.row;
import static io.microwallet.core.given.Stall.DROP;
import static io.microwallet.core.given.Stall.EXPIRES;
import static io.microwallet.core.given.Stall.MARKET;
import static io.microwallet.core.given.Stall.MARKET_CREATED;
import static io.microwallet.core.given.Stall.OTHER_HOLD;
import static io.microwallet.core.given.Stall.drop;
import static io.microwallet.core.given.Stall.offer;
import static io.microwallet.core.given.Stall.placedByOther;

import io.microwallet.core.drop.DropCommand.CloseDrop;
import io.microwallet.core.drop.DropCommand.CreateDrop;
import io.microwallet.core.drop.DropCommand.OpenDrop;
import io.microwallet.core.drop.DropCommand.RescheduleDrop;
import io.microwallet.core.drop.DropEvent.DropClosed;
import io.microwallet.core.drop.DropEvent.DropCreated;
import io.microwallet.core.drop.DropEvent.DropOpened;
import io.microwallet.core.drop.DropEvent.DropRescheduled;
import io.microwallet.core.drop.DropRefusal;
import io.microwallet.core.given.Row;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.merchant.MerchantEvent.MerchantAdded;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.popup.Window;
import java.util.UUID;
import java.util.stream.Stream;

/** When a drop is announced, opens and closes. */
final class DropRows {
    private static final Window EVENING = new Window(NOW.plusSeconds(60), NOW.plusSeconds(7_200));
    private static final Window OVER = new Window(EARLIER, NOW);
    private static final DropCreated LATER = drop(EVENING.opens(), EVENING.closes());
    private static final DropCreated BEGUN = drop(EARLIER, NOW.plusNanos(1_000));
    private static final DropCreated ENDED = drop(EARLIER, NOW);
    private static final OpenDrop OPEN = new OpenDrop(LEDGER, DROP);
    private static final CloseDrop CLOSE = new CloseDrop(LEDGER, DROP);
    private static final DropClosed CLOSED = new DropClosed(DROP);

    private DropRows() {}

    static Stream<Row> rows() {
        return Stream.of(creating(), rescheduling(), opening(), closing()).flatMap(rows -> rows);
    }

    private static Stream<Row> creating() {
        var create = create(EVENING);
        return Stream.of(
                row("a drop is announced")
                        .given(BAKER_ADDED, MARKET_CREATED)
                        .when(create)
                        .accepted(LATER),
                row("nobody's drop").given(MARKET_CREATED).when(create).absent(Absence.MERCHANT_NOT_FOUND),
                row("another ledger's merchant drops nothing here")
                        .given(
                                new MerchantAdded(NEIGHBOUR, BAKER, MerchantKind.THIRD_PARTY, 250, NAME, null),
                                MARKET_CREATED)
                        .when(create)
                        .absent(Absence.MERCHANT_NOT_FOUND),
                row("a drop at a pop-up that is not there")
                        .given(BAKER_ADDED)
                        .when(create)
                        .absent(Absence.POP_UP_NOT_FOUND),
                row("a drop is announced once, whatever its window")
                        .given(BAKER_ADDED, MARKET_CREATED, LATER)
                        .when(create(OVER))
                        .refused(DropRefusal.DROP_ALREADY_EXISTS),
                row("a drop of the past sells nothing")
                        .given(BAKER_ADDED, MARKET_CREATED)
                        .when(create(OVER))
                        .refused(DropRefusal.DROP_WINDOW_OVER));
    }

    private static CreateDrop create(Window window) {
        return new CreateDrop(LEDGER, DROP, BAKER, MARKET, NAME, offer(), window, null);
    }

    private static Stream<Row> rescheduling() {
        var putOff = new RescheduleDrop(LEDGER, DROP, EVENING);
        var rescheduled = new DropRescheduled(DROP, EVENING.opens(), EVENING.closes());
        return Stream.of(
                row("a live drop is put off").given(BEGUN).when(putOff).accepted(rescheduled),
                row("a closed drop opens again")
                        .given(BEGUN, CLOSED)
                        .when(putOff)
                        .accepted(rescheduled),
                row("no drop is put off").when(putOff).absent(Absence.DROP_NOT_FOUND),
                row("another ledger's drop is not put off")
                        .given(BEGUN)
                        .when(new RescheduleDrop(NEIGHBOUR, DROP, EVENING))
                        .absent(Absence.DROP_NOT_FOUND),
                row("a drop is not put off into the past")
                        .given(BEGUN)
                        .when(new RescheduleDrop(LEDGER, DROP, OVER))
                        .refused(DropRefusal.DROP_WINDOW_OVER));
    }

    private static Stream<Row> opening() {
        var first = placedByOther(OTHER_HOLD, EXPIRES);
        var second = placedByOther(new HoldId(new UUID(12, 3)), EXPIRES);
        return Stream.of(
                row("a drop opens before its time").given(LATER).when(OPEN).accepted(new DropOpened(DROP)),
                row("a drop that time has opened is open")
                        .given(BEGUN)
                        .when(OPEN)
                        .refused(DropRefusal.DROP_ALREADY_OPEN),
                row("a drop that is sold out is open")
                        .given(BEGUN, first, second)
                        .when(OPEN)
                        .refused(DropRefusal.DROP_ALREADY_OPEN),
                row("a drop that an order has opened is open")
                        .given(LATER, new DropOpened(DROP))
                        .when(OPEN)
                        .refused(DropRefusal.DROP_ALREADY_OPEN),
                row("a drop that is over does not open").given(ENDED).when(OPEN).refused(DropRefusal.DROP_CLOSED),
                row("no drop opens").when(OPEN).absent(Absence.DROP_NOT_FOUND));
    }

    private static Stream<Row> closing() {
        return Stream.of(
                row("a drop closes before its time").given(BEGUN).when(CLOSE).accepted(CLOSED),
                row("a drop is called off").given(LATER).when(CLOSE).accepted(CLOSED),
                row("a drop that was called off is closed")
                        .given(LATER, CLOSED)
                        .when(CLOSE)
                        .refused(DropRefusal.DROP_ALREADY_CLOSED),
                row("a drop that is over is closed").given(ENDED).when(CLOSE).refused(DropRefusal.DROP_ALREADY_CLOSED),
                row("no drop closes").when(CLOSE).absent(Absence.DROP_NOT_FOUND));
    }
}
