package io.microwallet.core.hold;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.drop.Drop;
import io.microwallet.core.hold.HoldCommand.CaptureHold;
import io.microwallet.core.hold.HoldCommand.PlaceDeposit;
import io.microwallet.core.hold.HoldCommand.PlaceHold;
import io.microwallet.core.hold.HoldCommand.VoidHold;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.merchant.Merchant;
import io.microwallet.core.popup.PopUp;
import io.microwallet.core.wallet.Wallet;
import java.time.Instant;

/** When funds and units are held, captured and let go of. A lapsed hold is over before any of this is asked. */
public final class HoldRules implements Decider<HoldCommand> {
    @Override
    public Decision decide(States states, HoldCommand command, Instant at) {
        return switch (command) {
            case PlaceHold c -> place(states, c, at);
            case PlaceDeposit c -> place(states, c, at);
            case CaptureHold c -> capture(states, c, at);
            case VoidHold c -> letGo(states, c, at);
        };
    }

    private static Decision place(States states, PlaceHold command, Instant at) {
        var drop = states.of(command.drop()).within(command.ledger());
        return switch (states.of(command.wallet()).within(command.ledger())) {
            case Wallet.Unborn _ -> absent(Absence.WALLET_NOT_FOUND);
            case Wallet.Erased _ -> absent(Absence.WALLET_ERASED);
            case Wallet.Closed _ when drop instanceof Drop.Announced -> refused(HoldRefusal.WALLET_CLOSED);
            case Wallet.Open wallet
            when drop instanceof Drop.Announced announced ->
                Placing.over(limits(states, command), wallet, announced, command, at);
            case Wallet.Closed _, Wallet.Open _ -> absent(Absence.DROP_NOT_FOUND);
        };
    }

    private static Decision place(States states, PlaceDeposit command, Instant at) {
        var wallet = states.of(command.wallet()).within(command.ledger());
        if (wallet instanceof Wallet.Unborn) {
            return absent(Absence.WALLET_NOT_FOUND);
        }
        if (wallet instanceof Wallet.Erased) {
            return absent(Absence.WALLET_ERASED);
        }
        if (states.of(command.merchant()).within(command.ledger()) instanceof Merchant.Unborn) {
            return absent(Absence.MERCHANT_NOT_FOUND);
        }
        if (!PopUp.isKnown(states, command.popUp(), command.ledger())) {
            return absent(Absence.POP_UP_NOT_FOUND);
        }
        return wallet instanceof Wallet.Open open
                ? Placing.deposit(limits(states, command), open, command, at)
                : refused(HoldRefusal.WALLET_CLOSED);
    }

    private static Limits limits(States states, HoldCommand command) {
        return states.of(command.ledger()) instanceof Ledger.Created ledger ? ledger.limits() : Limits.DEFAULT;
    }

    private static Decision capture(States states, CaptureHold command, Instant at) {
        return switch (found(states, command)) {
            case Hold.Unborn _ -> absent(Absence.HOLD_NOT_FOUND);
            case Hold.Open hold -> Capturing.of(states, hold, command, at);
            case Hold.Captured _ -> refused(HoldRefusal.HOLD_CAPTURED);
            case Hold.Voided _ -> refused(HoldRefusal.HOLD_VOIDED);
            case Hold.Expired _ -> refused(HoldRefusal.HOLD_EXPIRED);
        };
    }

    private static Decision letGo(States states, VoidHold command, Instant at) {
        return switch (found(states, command)) {
            case Hold.Unborn _ -> absent(Absence.HOLD_NOT_FOUND);
            case Hold.Open _ -> Voiding.of(states, command, at);
            case Hold.Captured _ -> refused(HoldRefusal.HOLD_CAPTURED);
            case Hold.Voided _ -> refused(HoldRefusal.HOLD_VOIDED);
            case Hold.Expired _ -> refused(HoldRefusal.HOLD_EXPIRED);
        };
    }

    /** Of this ledger and this wallet: another's is not found. */
    private static Hold found(States states, HoldCommand command) {
        var hold = states.of(command.hold()).within(command.ledger());
        return hold instanceof Hold.Placed placed && !placed.placed().wallet().equals(command.wallet())
                ? new Hold.Unborn()
                : hold;
    }
}
