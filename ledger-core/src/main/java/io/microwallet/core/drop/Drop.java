package io.microwallet.core.drop;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.drop.DropEvent.DropClosed;
import io.microwallet.core.drop.DropEvent.DropCreated;
import io.microwallet.core.drop.DropEvent.DropOpened;
import io.microwallet.core.drop.DropEvent.DropRescheduled;
import io.microwallet.core.hold.HoldEvent;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.hold.HoldEvent.HoldExpired;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldEvent.HoldVoided;
import io.microwallet.core.ledger.LedgerId;
import java.time.Duration;
import java.time.Instant;

/** A limited number of units that are sold in one window. */
public sealed interface Drop extends Entity {
    @Override
    Drop evolve(Event event, Instant at);

    /** This drop as that ledger sees it: another ledger's was never born there. */
    default Drop within(LedgerId ledger) {
        return this instanceof Announced drop && !drop.terms().ledger().equals(ledger) ? new Unborn() : this;
    }

    record Unborn() implements Drop {
        @Override
        public Drop evolve(Event event, Instant at) {
            return event instanceof DropCreated e
                    ? new Announced(e, e.opens(), e.closes(), Stock.of(e.offer().stock()), at)
                    : this;
        }
    }

    /** What it sells and on which terms; of the times in {@code terms} those count that stand beside it. */
    record Announced(DropCreated terms, Instant opens, Instant closes, Stock stock, Instant createdAt) implements Drop {
        public DropId id() {
            return terms.drop();
        }

        /** What it is at an instant, for everybody who buys no earlier than others. */
        public Phase at(Instant instant) {
            return at(instant, Duration.ZERO);
        }

        /** What it is at an instant for somebody who may buy by so much earlier. */
        public Phase at(Instant instant, Duration earlier) {
            var units = stock.at(instant);
            if (!instant.isBefore(closes)) {
                return new Phase.Closed(units);
            }
            if (instant.isBefore(opens.minus(earlier))) {
                return new Phase.Scheduled(units);
            }
            return units.free() == 0 ? new Phase.SoldOut(units) : new Phase.Live(units);
        }

        @Override
        public Drop evolve(Event event, Instant at) {
            if (event instanceof HoldEvent e) {
                return with(after(e, at));
            }
            return event instanceof DropEvent e ? after(e, at) : this;
        }

        private Stock after(HoldEvent event, Instant at) {
            return switch (event) {
                case HoldPlaced e -> stock.holding(e.hold(), e.expires(), e.wallet(), at);
                case HoldCaptured e -> stock.sold(e.hold(), e.expires(), e.wallet());
                case HoldVoided e -> stock.without(e.hold(), e.expires());
                case HoldExpired e -> stock.without(e.hold(), e.expires());
            };
        }

        private Drop after(DropEvent event, Instant at) {
            return switch (event) {
                case DropRescheduled e -> within(e.opens(), e.closes());
                case DropOpened _ -> within(at, closes);
                case DropClosed _ -> within(opens, at);
                case DropCreated _ -> this;
            };
        }

        private Announced within(Instant from, Instant to) {
            return new Announced(terms, from, to, stock, createdAt);
        }

        private Announced with(Stock units) {
            return units == stock ? this : new Announced(terms, opens, closes, units, createdAt);
        }
    }
}
