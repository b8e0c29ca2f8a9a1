package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.LEDGER_CREATED;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.Row.EARLIER;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Row.row;
import static io.microwallet.core.given.Stall.MARKET;
import static io.microwallet.core.given.Stall.MARKET_CREATED;

import io.microwallet.core.given.Row;
import io.microwallet.core.popup.PopUpCommand.ClosePopUp;
import io.microwallet.core.popup.PopUpCommand.CreatePopUp;
import io.microwallet.core.popup.PopUpCommand.OpenPopUp;
import io.microwallet.core.popup.PopUpCommand.ReschedulePopUp;
import io.microwallet.core.popup.PopUpEvent.PopUpClosed;
import io.microwallet.core.popup.PopUpEvent.PopUpCreated;
import io.microwallet.core.popup.PopUpEvent.PopUpOpened;
import io.microwallet.core.popup.PopUpEvent.PopUpRescheduled;
import io.microwallet.core.popup.PopUpRefusal;
import io.microwallet.core.popup.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a micro-event is announced, opens and closes. */
final class PopUpRows {
    private static final Window EVENING = new Window(NOW.plusSeconds(60), NOW.plusSeconds(7_200));
    private static final Window BEGUN = new Window(EARLIER, NOW.plusSeconds(1));
    private static final Window OVER = new Window(EARLIER, NOW);
    private static final OpenPopUp OPEN = new OpenPopUp(LEDGER, MARKET);
    private static final ClosePopUp CLOSE = new ClosePopUp(LEDGER, MARKET);

    private PopUpRows() {}

    static Stream<Row> rows() {
        return Stream.of(creating(), rescheduling(), opening(), closing()).flatMap(rows -> rows);
    }

    private static Stream<Row> creating() {
        return Stream.of(
                row("a pop-up is announced, in its ledger's time zone")
                        .given(LEDGER_CREATED)
                        .when(create(EVENING, null))
                        .accepted(created(EVENING, "Europe/Berlin")),
                row("a pop-up in another time zone")
                        .given(LEDGER_CREATED)
                        .when(create(EVENING, ZoneId.of("Asia/Tokyo")))
                        .accepted(created(EVENING, "Asia/Tokyo")),
                row("a pop-up of yesterday is entered today")
                        .given(LEDGER_CREATED)
                        .when(create(OVER, null))
                        .accepted(created(OVER, "Europe/Berlin")),
                row("a pop-up in no ledger").when(create(EVENING, null)).absent(Absence.LEDGER_NOT_FOUND),
                row("a pop-up is announced once")
                        .given(LEDGER_CREATED, MARKET_CREATED)
                        .when(create(EVENING, null))
                        .refused(PopUpRefusal.POP_UP_ALREADY_EXISTS));
    }

    private static Stream<Row> rescheduling() {
        var later = new ReschedulePopUp(LEDGER, MARKET, EVENING);
        var rescheduled = new PopUpRescheduled(MARKET, EVENING.opens(), EVENING.closes());
        return Stream.of(
                row("an open pop-up is put off")
                        .given(created(BEGUN, "UTC"))
                        .when(later)
                        .accepted(rescheduled),
                row("a closed pop-up opens again")
                        .given(created(BEGUN, "UTC"), new PopUpClosed(MARKET))
                        .when(later)
                        .accepted(rescheduled),
                row("no pop-up is put off").when(later).absent(Absence.POP_UP_NOT_FOUND),
                row("another ledger's pop-up is not put off")
                        .given(MARKET_CREATED)
                        .when(new ReschedulePopUp(NEIGHBOUR, MARKET, EVENING))
                        .absent(Absence.POP_UP_NOT_FOUND));
    }

    private static Stream<Row> opening() {
        return Stream.of(
                row("a pop-up opens before its time")
                        .given(created(EVENING, "UTC"))
                        .when(OPEN)
                        .accepted(new PopUpOpened(MARKET)),
                row("a pop-up that time has opened is open")
                        .given(created(BEGUN, "UTC"))
                        .when(OPEN)
                        .refused(PopUpRefusal.POP_UP_ALREADY_OPEN),
                row("a pop-up that an order has opened is open")
                        .given(created(EVENING, "UTC"), new PopUpOpened(MARKET))
                        .when(OPEN)
                        .refused(PopUpRefusal.POP_UP_ALREADY_OPEN),
                row("a pop-up that is over does not open")
                        .given(created(OVER, "UTC"))
                        .when(OPEN)
                        .refused(PopUpRefusal.POP_UP_CLOSED),
                row("no pop-up opens").when(OPEN).absent(Absence.POP_UP_NOT_FOUND));
    }

    private static Stream<Row> closing() {
        return Stream.of(
                row("a pop-up closes before its time")
                        .given(created(BEGUN, "UTC"))
                        .when(CLOSE)
                        .accepted(new PopUpClosed(MARKET)),
                row("a pop-up is called off")
                        .given(created(EVENING, "UTC"))
                        .when(CLOSE)
                        .accepted(new PopUpClosed(MARKET)),
                row("a pop-up that was called off is closed")
                        .given(created(EVENING, "UTC"), new PopUpClosed(MARKET))
                        .when(CLOSE)
                        .refused(PopUpRefusal.POP_UP_ALREADY_CLOSED),
                row("a pop-up that was put off after it closed can close again")
                        .given(
                                created(BEGUN, "UTC"),
                                new PopUpClosed(MARKET),
                                new PopUpRescheduled(MARKET, EARLIER, NOW.plusSeconds(1)))
                        .when(CLOSE)
                        .accepted(new PopUpClosed(MARKET)),
                row("no pop-up closes").when(CLOSE).absent(Absence.POP_UP_NOT_FOUND));
    }

    private static CreatePopUp create(Window window, @Nullable ZoneId zone) {
        return new CreatePopUp(LEDGER, MARKET, NAME, window, zone, null);
    }

    private static PopUpCreated created(Window window, String zone) {
        Instant opens = window.opens();
        return new PopUpCreated(LEDGER, MARKET, NAME, opens, window.closes(), ZoneId.of(zone), null);
    }
}
