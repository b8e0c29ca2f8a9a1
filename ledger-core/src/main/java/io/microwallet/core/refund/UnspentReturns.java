package io.microwallet.core.refund;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.States;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.RefundsInFlight;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.Booking;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.refund.RefundCommand.ReturnUnspent;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When unspent cash goes back to where it came from. */
final class UnspentReturns {
    private UnspentReturns() {}

    static Decision decide(States states, ReturnUnspent command, Instant at) {
        return switch (states.of(command.wallet()).within(command.ledger())) {
            case Wallet.Unborn _ -> absent(Absence.WALLET_NOT_FOUND);
            case Wallet.Erased _ -> absent(Absence.WALLET_ERASED);
            case Wallet.Open _, Wallet.Closed _
            when !(states.of(command.refund()) instanceof Refund.Unborn) ->
                refused(RefundRefusal.REFUND_ALREADY_EXISTS);
            case Wallet.Closed _ -> refused(RefundRefusal.WALLET_CLOSED);
            // Whoever owes, or is looked into, takes no cash out.
            case Wallet.Open wallet when wallet.frozen() -> refused(RefundRefusal.WALLET_FROZEN);
            case Wallet.Open wallet -> give(wallet, new Sources(states, command.sources()), command, at);
        };
    }

    private static Decision give(Wallet.Open wallet, Sources sources, ReturnUnspent command, Instant at) {
        var events = new ArrayList<Event>(1);
        for (var currency : wallet.currencies()) {
            var parts = parts(wallet, currency, sources, command);
            if (!parts.isEmpty()) {
                events.add(returned(wallet, currency, parts, command, at));
            }
        }
        return events.isEmpty() ? refused(RefundRefusal.NOTHING_TO_RETURN) : new Decision.Accepted(events);
    }

    private static List<RefundPart> parts(
            Wallet.Open wallet, Currency currency, Sources sources, ReturnUnspent command) {
        var parts = new ArrayList<RefundPart>();
        for (var lot : wallet.lots()) {
            var source = lot.amount().currency() == currency
                    ? sources.find(lot).filter(it -> isMeant(it, command))
                    : Optional.<TopUp.Succeeded>empty();
            source.ifPresent(it -> {
                var amount = lot.amount().atMost(it.room());
                if (amount.isPositive()) {
                    parts.add(Sources.part(it, lot.of(amount)));
                }
            });
        }
        return parts;
    }

    private static boolean isMeant(TopUp.Succeeded source, ReturnUnspent command) {
        return command.popUp() == null
                || command.popUp().equals(source.request().popUp());
    }

    private static UnspentReturned returned(
            Wallet.Open wallet, Currency currency, List<RefundPart> parts, ReturnUnspent command, Instant at) {
        var amount = parts.stream().map(RefundPart::amount).reduce(Money.zero(currency), Money::plus);
        var booking = new Booking();
        booking.debit(new WalletFunds(wallet.id(), LotKind.CASH, Availability.AVAILABLE), amount);
        parts.forEach(part -> booking.credit(new RefundsInFlight(part.processor()), part.amount()));
        return new UnspentReturned(
                command.ledger(),
                command.refund(),
                command.wallet(),
                command.client(),
                amount,
                parts,
                wallet.available(currency, at).minus(amount),
                command.popUp(),
                command.reference(),
                booking.entry());
    }
}
