package io.microwallet.core.drop;

import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a drop itself; its units move by what happens to holds. */
public sealed interface DropEvent extends Event {
    DropId drop();

    @Override
    default List<Tag> tags() {
        return List.of(drop().tag());
    }

    record DropCreated(
            LedgerId ledger,
            DropId drop,
            MerchantId merchant,
            @Nullable PopUpId popUp,
            SealedText name,
            Offer offer,
            Instant opens,
            Instant closes,
            @Nullable SealedText reference)
            implements DropEvent {
        @Override
        public List<Tag> tags() {
            return popUp == null ? List.of(drop.tag()) : List.of(drop.tag(), popUp.tag());
        }
    }

    record DropRescheduled(DropId drop, Instant opens, Instant closes) implements DropEvent {}

    /** Before its time; it is open from when this is recorded. */
    record DropOpened(DropId drop) implements DropEvent {}

    /** Before its time; it is closed from when this is recorded. */
    record DropClosed(DropId drop) implements DropEvent {}
}
