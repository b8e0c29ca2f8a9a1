package io.microwallet.core.drop;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.drop.DropCommand.CloseDrop;
import io.microwallet.core.drop.DropCommand.CreateDrop;
import io.microwallet.core.drop.DropCommand.OpenDrop;
import io.microwallet.core.drop.DropCommand.RescheduleDrop;
import io.microwallet.core.drop.DropEvent.DropClosed;
import io.microwallet.core.drop.DropEvent.DropCreated;
import io.microwallet.core.drop.DropEvent.DropOpened;
import io.microwallet.core.drop.DropEvent.DropRescheduled;
import io.microwallet.core.merchant.Merchant;
import io.microwallet.core.popup.PopUp;
import java.time.Instant;

/** How a drop is announced, and when it opens and closes. */
public final class DropRules implements Decider<DropCommand> {
    @Override
    public Decision decide(States states, DropCommand command, Instant at) {
        return switch (command) {
            case CreateDrop c -> create(states, c, at);
            case RescheduleDrop _, OpenDrop _, CloseDrop _ -> change(states, command, at);
        };
    }

    private static Decision create(States states, CreateDrop command, Instant at) {
        if (states.of(command.merchant()).within(command.ledger()) instanceof Merchant.Unborn) {
            return absent(Absence.MERCHANT_NOT_FOUND);
        }
        if (!PopUp.isKnown(states, command.popUp(), command.ledger())) {
            return absent(Absence.POP_UP_NOT_FOUND);
        }
        if (states.of(command.drop()) instanceof Drop.Announced) {
            return refused(DropRefusal.DROP_ALREADY_EXISTS);
        }
        return command.window().isOver(at)
                ? refused(DropRefusal.DROP_WINDOW_OVER)
                : accepted(new DropCreated(
                        command.ledger(),
                        command.drop(),
                        command.merchant(),
                        command.popUp(),
                        command.name(),
                        command.offer(),
                        command.window().opens(),
                        command.window().closes(),
                        command.reference()));
    }

    private static Decision change(States states, DropCommand command, Instant at) {
        return switch (states.of(command.drop()).within(command.ledger())) {
            case Drop.Unborn _ -> absent(Absence.DROP_NOT_FOUND);
            case Drop.Announced drop -> change(drop, command, at);
        };
    }

    private static Decision change(Drop.Announced drop, DropCommand command, Instant at) {
        return switch (command) {
            case CreateDrop _ -> refused(DropRefusal.DROP_ALREADY_EXISTS);
            case RescheduleDrop c when c.window().isOver(at) -> refused(DropRefusal.DROP_WINDOW_OVER);
            case RescheduleDrop c ->
                accepted(new DropRescheduled(
                        c.drop(), c.window().opens(), c.window().closes()));
            case OpenDrop c ->
                switch (drop.at(at)) {
                    case Phase.Scheduled _ -> accepted(new DropOpened(c.drop()));
                    case Phase.Live _, Phase.SoldOut _ -> refused(DropRefusal.DROP_ALREADY_OPEN);
                    case Phase.Closed _ -> refused(DropRefusal.DROP_CLOSED);
                };
            case CloseDrop c ->
                switch (drop.at(at)) {
                    case Phase.Scheduled _, Phase.Live _, Phase.SoldOut _ -> accepted(new DropClosed(c.drop()));
                    case Phase.Closed _ -> refused(DropRefusal.DROP_ALREADY_CLOSED);
                };
        };
    }
}
