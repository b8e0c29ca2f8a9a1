package io.microwallet.core.chargeback;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.accepted;

import io.microwallet.core.chargeback.ChargebackCommand.CollectReceivable;
import io.microwallet.core.chargeback.ChargebackCommand.ReportChargeback;
import io.microwallet.core.chargeback.ChargebackCommand.ReportDisputeWon;
import io.microwallet.core.chargeback.ChargebackCommand.WriteOffReceivable;
import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.wallet.Wallet;
import java.time.Instant;
import java.util.Optional;

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
            case Chargeback.Booked _, Chargeback.Won _ -> new Decision.AlreadyKnown();
        };
    }

    private static Decision won(States states, ReportDisputeWon fact, Instant at) {
        var sides = Sides.of(states, fact.ledger(), fact.dispute());
        if (sides.isEmpty()) {
            return absent(Absence.TOP_UP_NOT_FOUND);
        }
        return switch (states.of(fact.chargeback())) {
            case Chargeback.Unborn _ -> both(sides.get(), fact, at);
            case Chargeback.Booked booked -> won(booked.chargedBack(), sides.get(), fact, at);
            case Chargeback.Won _ -> new Decision.AlreadyKnown();
        };
    }

    /** What is given again goes where it was taken from: a payment that was not ours then has no wallet now. */
    private static Decision won(ChargedBack taken, Sides sides, ReportDisputeWon fact, Instant at) {
        var topUp = taken.dispute().topUp();
        if (topUp == null) {
            return accepted(Giving.book(fact, taken, Sides.NOBODY, at));
        }
        return topUp.equals(fact.dispute().topUp())
                ? accepted(Giving.book(fact, taken, sides, at))
                : absent(Absence.TOP_UP_NOT_FOUND);
    }

    /** Told of the end before the beginning: the money was taken and given again. */
    private static Decision both(Sides sides, ReportDisputeWon fact, Instant at) {
        var taken = Taking.book(fact.ledger(), fact.chargeback(), fact.dispute(), sides, at);
        return accepted(taken, Giving.book(fact, taken, sides.after(taken, at), at));
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
