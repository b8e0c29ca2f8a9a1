package io.microwallet.core.chargeback;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.accepted;

import io.microwallet.core.chargeback.ChargebackCommand.CollectReceivable;
import io.microwallet.core.chargeback.ChargebackCommand.ReportChargeback;
import io.microwallet.core.chargeback.ChargebackCommand.ReportDisputeWon;
import io.microwallet.core.chargeback.ChargebackCommand.WriteOffReceivable;
import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeContradicted;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.wallet.Wallet;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Money that processors take back and give again: booked in whatever order it is told; and what finance does about it. */
public final class ChargebackRules implements Decider<ChargebackCommand> {
    @Override
    public Decision decide(States states, ChargebackCommand command, Instant at) {
        return switch (command) {
            case ReportChargeback c -> chargedBack(states, c, at);
            case ReportDisputeWon c -> won(states, c, at);
            case CollectReceivable c -> Receivables.collect(states, c, at);
            case WriteOffReceivable c -> Receivables.writeOff(states, c);
        };
    }

    private static Decision chargedBack(States states, ReportChargeback fact, Instant at) {
        var sides = Sides.of(states, fact.ledger(), fact.dispute());
        if (sides.isEmpty()) {
            return absent(Absence.TOP_UP_NOT_FOUND);
        }
        return switch (states.of(fact.chargeback())) {
            case Chargeback.Unborn _ ->
                accepted(Taking.book(fact.ledger(), fact.chargeback(), fact.dispute(), sides.get(), at));
            case Chargeback.Known known
            when fact.dispute().equals(known.chargedBack().dispute()) -> new Decision.AlreadyKnown();
            case Chargeback.Known known -> contradicted(known, fact.dispute(), null);
        };
    }

    /** Nothing is booked twice, but somebody has to look why it was told otherwise: once, however often it is told. */
    private static Decision contradicted(Chargeback.Known known, Dispute told, @Nullable Money won) {
        var booked = known.chargedBack();
        var event = new DisputeContradicted(booked.ledger(), booked.chargeback(), booked.dispute(), told, won);
        return known.contradictions().have(event) ? new Decision.AlreadyKnown() : accepted(event);
    }

    private static Decision won(States states, ReportDisputeWon fact, Instant at) {
        var sides = Sides.of(states, fact.ledger(), fact.dispute());
        if (sides.isEmpty()) {
            return absent(Absence.TOP_UP_NOT_FOUND);
        }
        return switch (states.of(fact.chargeback())) {
            case Chargeback.Unborn _ -> both(sides.get(), fact, at);
            case Chargeback.Booked booked ->
                won(booked.chargedBack(), none(booked.chargedBack().dispute()), sides.get(), fact, at);
            case Chargeback.Won won when won.parts().contains(fact.amount()) -> new Decision.AlreadyKnown();
            case Chargeback.Won won
            when won.hasRoomFor(fact.amount()) -> won(won.chargedBack(), won.undone(), sides.get(), fact, at);
            case Chargeback.Won won -> contradicted(won, fact.dispute(), fact.amount());
        };
    }

    /** What is given again goes where it was taken from: a payment that was not ours then has no wallet now. */
    private static Decision won(ChargedBack taken, Money before, Sides sides, ReportDisputeWon fact, Instant at) {
        var topUp = taken.dispute().topUp();
        if (topUp == null) {
            return accepted(Giving.book(fact, taken, before, Sides.NOBODY, at));
        }
        return topUp.equals(fact.dispute().topUp())
                ? accepted(Giving.book(fact, taken, before, sides, at))
                : absent(Absence.TOP_UP_NOT_FOUND);
    }

    /** Told of the end before the beginning: the money was taken and given again. */
    private static Decision both(Sides sides, ReportDisputeWon fact, Instant at) {
        var taken = Taking.book(fact.ledger(), fact.chargeback(), fact.dispute(), sides, at);
        return accepted(taken, Giving.book(fact, taken, none(fact.dispute()), sides.after(taken, at), at));
    }

    private static Money none(Dispute dispute) {
        return Money.zero(dispute.amount().currency());
    }

    /** What a dispute is about, as far as we know of it. */
    record Sides(Wallet wallet, TopUp topUp) {
        private static final Sides NOBODY = new Sides(new Wallet.Unborn(), new TopUp.Unborn());

        /** Empty where it names a top-up that is not one of this ledger and wallet. */
        static Optional<Sides> of(States states, LedgerId ledger, Dispute dispute) {
            var topUp = dispute.topUp();
            var wallet = dispute.wallet();
            if (topUp == null || wallet == null) {
                return Optional.of(NOBODY);
            }
            return states.of(topUp) instanceof TopUp.Known known
                            && known.request().ledger().equals(ledger)
                            && known.request().wallet().equals(wallet)
                    ? Optional.of(new Sides(states.of(wallet), known))
                    : Optional.empty();
        }

        Sides after(ChargedBack event, Instant at) {
            return new Sides(wallet.evolve(event, at), topUp.evolve(event, at));
        }
    }
}
