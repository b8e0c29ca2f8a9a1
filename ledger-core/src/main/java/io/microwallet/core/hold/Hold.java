package io.microwallet.core.hold;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.hold.HoldEvent.HoldExpired;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldEvent.HoldVoided;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Money;
import java.time.Instant;

/** One hold, from when it was placed to how it ended. */
public sealed interface Hold extends Entity {
    @Override
    Hold evolve(Event event, Instant at);

    /** This hold as that ledger sees it: another ledger's was never born there. */
    default Hold within(LedgerId ledger) {
        return this instanceof Placed hold && !hold.placed().ledger().equals(ledger) ? new Unborn() : this;
    }

    /** This hold as it is at an instant, booked or not: one that has lapsed by then has expired. */
    default Hold asOf(Instant at) {
        return this instanceof Open hold && !at.isBefore(hold.placed().expires())
                ? new Expired(
                        hold.placed(),
                        hold.placedAt(),
                        hold.captured(),
                        hold.placed().expires())
                : this;
    }

    record Unborn() implements Hold {
        @Override
        public Hold evolve(Event event, Instant at) {
            return event instanceof HoldPlaced e
                    ? new Open(e, at, 0, Money.zero(e.amount().currency()))
                    : this;
        }
    }

    /** {@code captured} is what was captured so far. */
    sealed interface Placed extends Hold {
        HoldPlaced placed();

        Instant placedAt();

        Money captured();
    }

    /** {@code captures} is how many captures there were. */
    record Open(HoldPlaced placed, Instant placedAt, int captures, Money captured) implements Placed {
        /** What it still holds. */
        public Money held() {
            return placed.amount().minus(captured);
        }

        @Override
        public Hold evolve(Event event, Instant at) {
            return event instanceof HoldEvent e ? after(e, at) : this;
        }

        private Hold after(HoldEvent event, Instant at) {
            return switch (event) {
                case HoldCaptured e
                when e.held().isZero() -> new Captured(placed, placedAt, captured.plus(e.amount()), at);
                case HoldCaptured e -> new Open(placed, placedAt, e.part(), captured.plus(e.amount()));
                case HoldVoided _ -> new Voided(placed, placedAt, captured, at);
                case HoldExpired _ -> new Expired(placed, placedAt, captured, placed.expires());
                case HoldPlaced _ -> this;
            };
        }
    }

    /** Captured to its end: the last capture took all that was left, or was final. */
    record Captured(HoldPlaced placed, Instant placedAt, Money captured, Instant at) implements Placed {
        @Override
        public Hold evolve(Event event, Instant at) {
            return this;
        }
    }

    record Voided(HoldPlaced placed, Instant placedAt, Money captured, Instant at) implements Placed {
        @Override
        public Hold evolve(Event event, Instant at) {
            return this;
        }
    }

    /** {@code at} is when it lapsed. */
    record Expired(HoldPlaced placed, Instant placedAt, Money captured, Instant at) implements Placed {
        @Override
        public Hold evolve(Event event, Instant at) {
            return this;
        }
    }
}
