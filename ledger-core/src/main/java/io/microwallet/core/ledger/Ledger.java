package io.microwallet.core.ledger;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.ledger.LedgerEvent.ClockMoved;
import io.microwallet.core.ledger.LedgerEvent.LedgerCreated;
import io.microwallet.core.ledger.LedgerEvent.LimitsChanged;
import io.microwallet.core.ledger.LedgerEvent.WriterOpened;
import io.microwallet.core.privacy.SealedText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** One tenant's books. */
public sealed interface Ledger extends Entity {
    @Override
    Ledger evolve(Event event, Instant at);

    /** How far its clock is ahead of the machine's. Only ever grows: that is why its time never goes backwards. */
    Duration clockOffset();

    /** What its wallets may hold and ask for. */
    Limits limits();

    record Unborn() implements Ledger {
        @Override
        public Limits limits() {
            return Limits.DEFAULT;
        }

        @Override
        public Duration clockOffset() {
            return Duration.ZERO;
        }

        @Override
        public Ledger evolve(Event event, Instant at) {
            return event instanceof LedgerCreated e
                    ? new Created(e.ledger(), e.mode(), e.zone(), e.name(), at, Duration.ZERO, Limits.DEFAULT)
                    : this;
        }
    }

    record Created(
            LedgerId id,
            Mode mode,
            ZoneId zone,
            SealedText name,
            Instant createdAt,
            Duration clockOffset,
            Limits limits)
            implements Ledger {
        /** @throws IllegalArgumentException for a clock behind the machine's, or a live ledger's ahead of it */
        public Created {
            if (clockOffset.isNegative() || (mode == Mode.LIVE && !clockOffset.isZero())) {
                throw new IllegalArgumentException("only a sandbox's clock is moved, and only forward");
            }
        }

        /** When the day of an instant began in the ledger's time zone. */
        public Instant startOfDay(Instant at) {
            var day = at.atZone(zone).toLocalDate();
            var start = day.atStartOfDay(zone).toInstant();
            // Clocks that go back over midnight show the old date again, in a day that has begun.
            var next = day.plusDays(1).atStartOfDay(zone).toInstant();
            return at.isBefore(next) ? start : next;
        }

        @Override
        public Ledger evolve(Event event, Instant at) {
            return event instanceof LedgerEvent e ? after(e) : this;
        }

        private Ledger after(LedgerEvent event) {
            return switch (event) {
                case LimitsChanged e -> new Created(id, mode, zone, name, createdAt, clockOffset, e.limits());
                case ClockMoved e -> new Created(id, mode, zone, name, createdAt, offset(e), limits);
                case LedgerCreated _, WriterOpened _ -> this;
            };
        }

        private Duration offset(ClockMoved moved) {
            return clockOffset.plus(Duration.of(moved.forwardMicros(), ChronoUnit.MICROS));
        }
    }
}
