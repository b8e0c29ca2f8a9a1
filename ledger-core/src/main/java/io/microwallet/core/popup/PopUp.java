package io.microwallet.core.popup;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.States;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.popup.PopUpEvent.PopUpClosed;
import io.microwallet.core.popup.PopUpEvent.PopUpCreated;
import io.microwallet.core.popup.PopUpEvent.PopUpOpened;
import io.microwallet.core.popup.PopUpEvent.PopUpRescheduled;
import io.microwallet.core.privacy.SealedText;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One micro-event. What is sold and topped up there is no part of its state: it is found by its tag. */
public sealed interface PopUp extends Entity {
    @Override
    PopUp evolve(Event event, Instant at);

    /** This pop-up as that ledger sees it: another ledger's was never born there. */
    default PopUp within(LedgerId ledger) {
        return this instanceof Announced popUp && !popUp.ledger().equals(ledger) ? new Unborn() : this;
    }

    /** Whether what a command names, if it names one, is there in its ledger. */
    static boolean isKnown(States states, @Nullable PopUpId popUp, LedgerId ledger) {
        return popUp == null || states.of(popUp).within(ledger) instanceof Announced;
    }

    record Unborn() implements PopUp {
        @Override
        public PopUp evolve(Event event, Instant at) {
            return event instanceof PopUpCreated e
                    ? new Announced(e.popUp(), e.ledger(), e.name(), e.opens(), e.closes(), e.zone(), e.reference(), at)
                    : this;
        }
    }

    /** What it is depends on when it is looked at; one that was closed before it opened has {@code closes} first. */
    record Announced(
            PopUpId id,
            LedgerId ledger,
            SealedText name,
            Instant opens,
            Instant closes,
            ZoneId zone,
            @Nullable SealedText reference,
            Instant createdAt)
            implements PopUp {
        /** What it is at an instant; it does not gate sales. */
        public Phase at(Instant instant) {
            if (!instant.isBefore(closes)) {
                return new Phase.Closed();
            }
            return instant.isBefore(opens) ? new Phase.Scheduled() : new Phase.Open();
        }

        @Override
        public PopUp evolve(Event event, Instant at) {
            return event instanceof PopUpEvent e ? after(e, at) : this;
        }

        private PopUp after(PopUpEvent event, Instant at) {
            return switch (event) {
                case PopUpRescheduled e -> within(e.opens(), e.closes());
                case PopUpOpened _ -> within(at, closes);
                case PopUpClosed _ -> within(opens, at);
                case PopUpCreated _ -> this;
            };
        }

        private Announced within(Instant from, Instant to) {
            return new Announced(id, ledger, name, from, to, zone, reference, createdAt);
        }
    }

    /** What an announced pop-up is at some instant. */
    sealed interface Phase {
        record Scheduled() implements Phase {}

        record Open() implements Phase {}

        record Closed() implements Phase {}
    }
}
