package io.microwallet.core.popup;

import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.privacy.SealedText;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Orders of admin clients about micro-events. */
public sealed interface PopUpCommand extends Command {
    LedgerId ledger();

    PopUpId popUp();

    @Override
    default Boundary boundary() {
        return Boundary.over(popUp());
    }

    /** {@code zone}: the ledger's own if none is given. The window may be one of the past. */
    record CreatePopUp(
            LedgerId ledger,
            PopUpId popUp,
            SealedText name,
            Window window,
            @Nullable ZoneId zone,
            @Nullable SealedText reference)
            implements PopUpCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(popUp).consulting(ledger);
        }
    }

    /** Whatever it is now: one that is closed opens again. */
    record ReschedulePopUp(LedgerId ledger, PopUpId popUp, Window window) implements PopUpCommand {}

    /** Opens it now, before its time. */
    record OpenPopUp(LedgerId ledger, PopUpId popUp) implements PopUpCommand {}

    /** Closes it now, before its time. */
    record ClosePopUp(LedgerId ledger, PopUpId popUp) implements PopUpCommand {}
}
