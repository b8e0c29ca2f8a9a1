package io.microwallet.core.popup;

import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.privacy.SealedText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a micro-event. */
public sealed interface PopUpEvent extends Event {
    PopUpId popUp();

    @Override
    default List<Tag> tags() {
        return List.of(popUp().tag());
    }

    record PopUpCreated(
            LedgerId ledger,
            PopUpId popUp,
            SealedText name,
            Instant opens,
            Instant closes,
            ZoneId zone,
            @Nullable SealedText reference)
            implements PopUpEvent {}

    record PopUpRescheduled(PopUpId popUp, Instant opens, Instant closes) implements PopUpEvent {}

    /** Before its time; it opens when this is recorded. */
    record PopUpOpened(PopUpId popUp) implements PopUpEvent {}

    /** Before its time; it is closed from when this is recorded. */
    record PopUpClosed(PopUpId popUp) implements PopUpEvent {}
}
