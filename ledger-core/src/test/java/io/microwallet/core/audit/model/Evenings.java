package io.microwallet.core.audit.model;

import io.microwallet.core.drop.DropCommand;
import io.microwallet.core.drop.DropCommand.CloseDrop;
import io.microwallet.core.drop.DropCommand.CreateDrop;
import io.microwallet.core.drop.DropCommand.OpenDrop;
import io.microwallet.core.drop.DropCommand.RescheduleDrop;
import io.microwallet.core.popup.PopUpCommand;
import io.microwallet.core.popup.PopUpCommand.ClosePopUp;
import io.microwallet.core.popup.PopUpCommand.CreatePopUp;
import io.microwallet.core.popup.PopUpCommand.OpenPopUp;
import io.microwallet.core.popup.PopUpCommand.ReschedulePopUp;
import java.time.Instant;
import java.util.ArrayList;

/** Pop-ups and drops themselves: both are open from one instant to another, which orders move. */
final class Evenings {
    private final Tables t;

    Evenings(Tables tables) {
        t = tables;
    }

    private static Answer accepted(Told told) {
        return Answer.accepted(new ArrayList<>(), told);
    }

    Answer answer(PopUpCommand command, Instant at) {
        if (command instanceof CreatePopUp c) {
            return create(c);
        }
        var popUp = t.popUps.get(command.popUp());
        if (popUp == null || !popUp.ledger.equals(command.ledger())) {
            return Answer.absent("POP_UP_NOT_FOUND");
        }
        return switch (command) {
            case CreatePopUp _ -> throw new IllegalStateException();
            case ReschedulePopUp c -> {
                popUp.opens = c.window().opens();
                popUp.closes = c.window().closes();
                yield accepted(
                        Told.of("PopUpRescheduled").with("opens", popUp.opens).with("closes", popUp.closes));
            }
            case OpenPopUp _ -> open(popUp, at);
            case ClosePopUp _ -> close(popUp, at);
        };
    }

    private Answer create(CreatePopUp c) {
        if (!t.ledgers.containsKey(c.ledger())) {
            return Answer.absent("LEDGER_NOT_FOUND");
        }
        if (t.popUps.containsKey(c.popUp())) {
            return Answer.refused("POP_UP_ALREADY_EXISTS");
        }
        var popUp = new Rows.PopUp();
        popUp.ledger = c.ledger();
        popUp.opens = c.window().opens();
        popUp.closes = c.window().closes();
        t.popUps.put(c.popUp(), popUp);
        return accepted(Told.of("PopUpCreated")
                .with("opens", popUp.opens)
                .with("closes", popUp.closes)
                .with("zone", c.zone() == null ? t.ledgers.get(c.ledger()).zone : c.zone()));
    }

    private static Answer open(Rows.PopUp popUp, Instant at) {
        if (!at.isBefore(popUp.closes)) {
            return Answer.refused("POP_UP_CLOSED");
        }
        if (!at.isBefore(popUp.opens)) {
            return Answer.refused("POP_UP_ALREADY_OPEN");
        }
        popUp.opens = at;
        return accepted(Told.of("PopUpOpened"));
    }

    private static Answer close(Rows.PopUp popUp, Instant at) {
        if (!at.isBefore(popUp.closes)) {
            return Answer.refused("POP_UP_ALREADY_CLOSED");
        }
        popUp.closes = at;
        return accepted(Told.of("PopUpClosed"));
    }

    Answer answer(DropCommand command, Instant at) {
        if (command instanceof CreateDrop c) {
            return create(c, at);
        }
        var drop = t.drops.get(command.drop());
        if (drop == null || !drop.ledger.equals(command.ledger())) {
            return Answer.absent("DROP_NOT_FOUND");
        }
        return switch (command) {
            case CreateDrop _ -> throw new IllegalStateException();
            case RescheduleDrop c -> reschedule(drop, c, at);
            case OpenDrop _ -> open(drop, at);
            case CloseDrop _ -> close(drop, at);
        };
    }

    private Answer create(CreateDrop c, Instant at) {
        if (t.merchant(c.merchant(), c.ledger()) == null) {
            return Answer.absent("MERCHANT_NOT_FOUND");
        }
        if (t.misses(c.popUp(), c.ledger())) {
            return Answer.absent("POP_UP_NOT_FOUND");
        }
        if (t.drops.containsKey(c.drop())) {
            return Answer.refused("DROP_ALREADY_EXISTS");
        }
        if (!at.isBefore(c.window().closes())) {
            return Answer.refused("DROP_WINDOW_OVER");
        }
        var drop = new Rows.Drop();
        drop.ledger = c.ledger();
        drop.merchant = c.merchant();
        drop.popUp = c.popUp();
        drop.offer = c.offer();
        drop.opens = c.window().opens();
        drop.closes = c.window().closes();
        t.drops.put(c.drop(), drop);
        return accepted(Told.of("DropCreated").with("opens", drop.opens).with("closes", drop.closes));
    }

    private static Answer reschedule(Rows.Drop drop, RescheduleDrop c, Instant at) {
        if (!at.isBefore(c.window().closes())) {
            return Answer.refused("DROP_WINDOW_OVER");
        }
        drop.opens = c.window().opens();
        drop.closes = c.window().closes();
        return accepted(Told.of("DropRescheduled").with("opens", drop.opens).with("closes", drop.closes));
    }

    private static Answer open(Rows.Drop drop, Instant at) {
        if (!at.isBefore(drop.closes)) {
            return Answer.refused("DROP_CLOSED");
        }
        if (!at.isBefore(drop.opens)) {
            return Answer.refused("DROP_ALREADY_OPEN");
        }
        drop.opens = at;
        return accepted(Told.of("DropOpened"));
    }

    private static Answer close(Rows.Drop drop, Instant at) {
        if (!at.isBefore(drop.closes)) {
            return Answer.refused("DROP_ALREADY_CLOSED");
        }
        drop.closes = at;
        return accepted(Told.of("DropClosed"));
    }
}
