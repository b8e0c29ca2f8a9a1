package io.microwallet.core.popup;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.popup.PopUpCommand.ClosePopUp;
import io.microwallet.core.popup.PopUpCommand.CreatePopUp;
import io.microwallet.core.popup.PopUpCommand.OpenPopUp;
import io.microwallet.core.popup.PopUpCommand.ReschedulePopUp;
import io.microwallet.core.popup.PopUpEvent.PopUpClosed;
import io.microwallet.core.popup.PopUpEvent.PopUpCreated;
import io.microwallet.core.popup.PopUpEvent.PopUpOpened;
import io.microwallet.core.popup.PopUpEvent.PopUpRescheduled;
import java.time.Instant;

/** How a micro-event is announced, and when it opens and closes. */
public final class PopUpRules implements Decider<PopUpCommand> {
    @Override
    public Decision decide(States states, PopUpCommand command, Instant at) {
        return switch (command) {
            case CreatePopUp c -> create(states, c);
            case ReschedulePopUp _, OpenPopUp _, ClosePopUp _ -> change(states, command, at);
        };
    }

    private static Decision create(States states, CreatePopUp command) {
        return switch (states.of(command.ledger())) {
            case Ledger.Unborn _ -> absent(Absence.LEDGER_NOT_FOUND);
            case Ledger.Created _
            when states.of(command.popUp()) instanceof PopUp.Announced -> refused(PopUpRefusal.POP_UP_ALREADY_EXISTS);
            case Ledger.Created ledger -> accepted(created(ledger, command));
        };
    }

    private static PopUpCreated created(Ledger.Created ledger, CreatePopUp command) {
        var zone = command.zone();
        return new PopUpCreated(
                command.ledger(),
                command.popUp(),
                command.name(),
                command.window().opens(),
                command.window().closes(),
                zone == null ? ledger.zone() : zone,
                command.reference());
    }

    private static Decision change(States states, PopUpCommand command, Instant at) {
        return switch (states.of(command.popUp()).within(command.ledger())) {
            case PopUp.Unborn _ -> absent(Absence.POP_UP_NOT_FOUND);
            case PopUp.Announced popUp -> change(popUp, command, at);
        };
    }

    private static Decision change(PopUp.Announced popUp, PopUpCommand command, Instant at) {
        return switch (command) {
            case CreatePopUp _ -> refused(PopUpRefusal.POP_UP_ALREADY_EXISTS);
            case ReschedulePopUp c ->
                accepted(new PopUpRescheduled(
                        c.popUp(), c.window().opens(), c.window().closes()));
            case OpenPopUp c ->
                switch (popUp.at(at)) {
                    case PopUp.Phase.Scheduled _ -> accepted(new PopUpOpened(c.popUp()));
                    case PopUp.Phase.Open _ -> refused(PopUpRefusal.POP_UP_ALREADY_OPEN);
                    case PopUp.Phase.Closed _ -> refused(PopUpRefusal.POP_UP_CLOSED);
                };
            case ClosePopUp c ->
                switch (popUp.at(at)) {
                    case PopUp.Phase.Scheduled _, PopUp.Phase.Open _ -> accepted(new PopUpClosed(c.popUp()));
                    case PopUp.Phase.Closed _ -> refused(PopUpRefusal.POP_UP_ALREADY_CLOSED);
                };
        };
    }
}
