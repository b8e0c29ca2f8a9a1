package io.microwallet.core.drop;

import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.popup.Window;
import io.microwallet.core.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/** Orders of admin clients about drops. */
public sealed interface DropCommand extends Command {
    LedgerId ledger();

    DropId drop();

    @Override
    default Boundary boundary() {
        return Boundary.over(drop());
    }

    /** Announces a drop: what it sells never changes from here on, only when. */
    record CreateDrop(
            LedgerId ledger,
            DropId drop,
            MerchantId merchant,
            @Nullable PopUpId popUp,
            SealedText name,
            Offer offer,
            Window window,
            @Nullable SealedText reference)
            implements DropCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(drop).consulting(merchant).consultingToo(popUp);
        }
    }

    /** Whatever it is now: one that is closed opens again. */
    record RescheduleDrop(LedgerId ledger, DropId drop, Window window) implements DropCommand {}

    /** Opens it to everybody now, before its time. */
    record OpenDrop(LedgerId ledger, DropId drop) implements DropCommand {}

    /** Closes it now, before its time; units that are held stay held. */
    record CloseDrop(LedgerId ledger, DropId drop) implements DropCommand {}
}
