package io.microwallet.core.chargeback;

import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeContradicted;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One dispute about a payment, as a processor tells of it. */
public sealed interface Chargeback extends Entity {
    @Override
    Chargeback evolve(Event event, Instant at);

    record Unborn() implements Chargeback {
        @Override
        public Chargeback evolve(Event event, Instant at) {
            return event instanceof ChargedBack e ? new Booked(e, at, Contradictions.NONE) : this;
        }
    }

    /** What is in the books, of a dispute that is. */
    sealed interface Known extends Chargeback {
        ChargedBack chargedBack();

        Instant at();

        Contradictions contradictions();
    }

    /** The processor has the money. */
    record Booked(ChargedBack chargedBack, Instant at, Contradictions contradictions) implements Known {
        @Override
        public Chargeback evolve(Event event, Instant at) {
            return switch (event) {
                case DisputeWon e -> Won.first(this, e, at);
                case DisputeContradicted e -> new Booked(chargedBack, this.at, contradictions.and(e));
                case Event _ -> this;
            };
        }
    }

    /**
     * The money came back, at once or in parts.
     *
     * @param parts what each win brought, oldest first
     * @param undone what of what was taken has come back, in the currency in which it was taken
     * @param wonAt when the last part came
     */
    record Won(
            ChargedBack chargedBack,
            Instant at,
            List<Money> parts,
            Money undone,
            Instant wonAt,
            Contradictions contradictions)
            implements Known {
        /** Parts of one dispute; who tells of more is not telling of parts. */
        private static final int PARTS_MAX = 16;

        public Won {
            parts = List.copyOf(parts);
        }

        private static Won first(Booked booked, DisputeWon won, Instant at) {
            var none = Money.zero(booked.chargedBack.dispute().amount().currency());
            return new Won(booked.chargedBack, booked.at, List.of(), none, at, booked.contradictions).and(won, at);
        }

        private Won and(DisputeWon won, Instant wonAt) {
            var more = new ArrayList<>(parts);
            more.add(won.amount());
            return new Won(chargedBack, at, more, undone.plus(same(won.undone())), wonAt, contradictions);
        }

        private Money same(Money money) {
            return money.currency() == undone.currency() ? money : Money.zero(undone.currency());
        }

        /** What was taken and has not come back. */
        public Money left() {
            return chargedBack.dispute().amount().minus(undone);
        }

        /** All that came back in the currency in which it was taken; where it came in another only, that. */
        public Money won() {
            var sum = Money.zero(undone.currency());
            for (var part : parts) {
                sum = sum.plus(same(part));
            }
            return sum.isPositive() ? sum : parts.getLast();
        }

        /** Whether it can be a further part of what was taken. */
        boolean hasRoomFor(Money part) {
            return parts.size() < PARTS_MAX && part.currency() == undone.currency() && part.compareTo(left()) <= 0;
        }

        @Override
        public Chargeback evolve(Event event, Instant at) {
            return switch (event) {
                case DisputeWon e -> and(e, at);
                case DisputeContradicted e ->
                    new Won(chargedBack, this.at, parts, undone, wonAt, contradictions.and(e));
                case Event _ -> this;
            };
        }
    }
}
