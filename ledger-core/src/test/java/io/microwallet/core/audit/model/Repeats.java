package io.microwallet.core.audit.model;

import io.microwallet.core.credit.CreditCommand.GrantCredit;
import io.microwallet.core.decision.Command;
import io.microwallet.core.hold.HoldCommand.PlaceDeposit;
import io.microwallet.core.hold.HoldCommand.PlaceHold;
import io.microwallet.core.purchase.PurchaseCommand;

/** Which commands may reach the rules twice: the key of a call stands before them, and keeps out all others. */
final class Repeats {
    private Repeats() {}

    static boolean may(Command command) {
        return !(command instanceof PurchaseCommand
                || command instanceof PlaceHold
                || command instanceof PlaceDeposit
                || command instanceof GrantCredit);
    }
}
