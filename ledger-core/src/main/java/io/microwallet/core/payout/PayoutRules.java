package io.microwallet.core.payout;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.decision.Decision.refused;
import static io.microwallet.core.journal.Posting.credit;
import static io.microwallet.core.journal.Posting.debit;

import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.Bank;
import io.microwallet.core.journal.Account.MerchantPayable;
import io.microwallet.core.journal.Account.PayoutsInFlight;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.merchant.Merchant;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Money;
import io.microwallet.core.payout.PayoutCommand.FailPayout;
import io.microwallet.core.payout.PayoutCommand.Payable;
import io.microwallet.core.payout.PayoutCommand.RequestPayout;
import io.microwallet.core.payout.PayoutCommand.SettlePayout;
import io.microwallet.core.payout.PayoutEvent.PayoutFailed;
import io.microwallet.core.payout.PayoutEvent.PayoutRequested;
import io.microwallet.core.payout.PayoutEvent.PayoutSettled;
import java.time.Instant;
import java.util.List;

/** How merchants get what they are owed. */
public final class PayoutRules implements Decider<PayoutCommand> {
    @Override
    public Decision decide(States states, PayoutCommand command, Instant at) {
        return switch (command) {
            case RequestPayout c -> request(states, c);
            case SettlePayout c -> settled(states.of(c.payout()).within(c.ledger()));
            case FailPayout c -> failed(states.of(c.payout()).within(c.ledger()));
        };
    }

    private static Decision request(States states, RequestPayout command) {
        return switch (states.of(command.merchant()).within(command.ledger())) {
            case Merchant.Unborn _ -> absent(Absence.MERCHANT_NOT_FOUND);
            case Merchant.Trading _
            when !(states.of(command.payout()) instanceof Payout.Unborn) ->
                refused(PayoutRefusal.PAYOUT_ALREADY_EXISTS);
            case Merchant.Trading merchant
            when merchant.kind() == MerchantKind.OWN -> refused(PayoutRefusal.OWN_SHOP_IS_NOT_PAID_OUT);
            case Merchant.Trading _ -> request(command, owed(command, states.of(PayeeId.of(command.merchant()))));
        };
    }

    /** What is positive of what it is owed, less what was asked for since the payables were reckoned. */
    private static List<Money> owed(RequestPayout command, Payee payee) {
        return command.payables().stream()
                .map(payable -> owed(payable, payee))
                .filter(Money::isPositive)
                .toList();
    }

    private static Money owed(Payable payable, Payee payee) {
        var since = payee.requested(payable.owed().currency()).minus(payable.requestedSeen());
        return payable.owed().minus(since);
    }

    private static Decision request(RequestPayout command, List<Money> owed) {
        var asked = command.amount();
        var currency = asked == null ? command.currency() : asked.currency();
        if (currency == null && owed.size() > 1) {
            return refused(PayoutRefusal.PAYOUT_CURRENCY_NEEDED);
        }
        var available = owed.stream()
                .filter(money -> currency == null || money.currency().equals(currency))
                .findFirst();
        if (available.isEmpty()) {
            return refused(PayoutRefusal.NOTHING_TO_PAY_OUT);
        }
        if (asked != null && asked.compareTo(available.get()) > 0) {
            return refused(PayoutRefusal.PAYABLE_EXCEEDED);
        }
        return accepted(requested(command, asked == null ? available.get() : asked));
    }

    private static PayoutRequested requested(RequestPayout command, Money amount) {
        var merchant = command.merchant();
        return new PayoutRequested(
                command.ledger(),
                command.payout(),
                merchant,
                amount,
                command.position(),
                command.reference(),
                entry(new MerchantPayable(merchant), new PayoutsInFlight(merchant), amount));
    }

    private static Decision settled(Payout payout) {
        return switch (payout) {
            case Payout.Unborn _ -> absent(Absence.PAYOUT_NOT_FOUND);
            case Payout.Requested it ->
                settled(it.request(), new PayoutsInFlight(it.request().merchant()));
            // Calling it failed gave the merchant its payable back; the money is gone nevertheless.
            case Payout.Failed it ->
                settled(it.request(), new MerchantPayable(it.request().merchant()));
            case Payout.Settled _, Payout.Returned _, Payout.SettledAfterAll _ -> new Decision.AlreadyKnown();
        };
    }

    private static Decision settled(PayoutRequested request, Account from) {
        return accepted(new PayoutSettled(
                request.payout(), request.merchant(), request.amount(), entry(from, new Bank(), request.amount())));
    }

    private static Decision failed(Payout payout) {
        return switch (payout) {
            case Payout.Unborn _ -> absent(Absence.PAYOUT_NOT_FOUND);
            case Payout.Requested it ->
                failed(it.request(), new PayoutsInFlight(it.request().merchant()));
            case Payout.Settled it -> failed(it.request(), new Bank());
            case Payout.Failed _, Payout.Returned _, Payout.SettledAfterAll _ -> new Decision.AlreadyKnown();
        };
    }

    private static Decision failed(PayoutRequested request, Account from) {
        var payable = new MerchantPayable(request.merchant());
        return accepted(new PayoutFailed(
                request.payout(), request.merchant(), request.amount(), entry(from, payable, request.amount())));
    }

    private static JournalEntry entry(Account from, Account to, Money amount) {
        return JournalEntry.of(debit(from, amount), credit(to, amount));
    }
}
