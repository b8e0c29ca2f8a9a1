package io.microwallet.core.topup;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.decision.Decision.refused;
import static io.microwallet.core.journal.Posting.credit;
import static io.microwallet.core.journal.Posting.debit;

import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.EffectiveTime;
import io.microwallet.core.decision.States;
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.ProcessorClearing;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUp;
import io.microwallet.core.request.Refusal;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpFailed;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpCommand.RequestTopUp;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.Wallet;
import java.time.Instant;
import java.util.Optional;

/** How money comes in: clients ask for it, processors say whether it came. */
public final class TopUpRules implements Decider<TopUpCommand> {
    /** In minor units. As many lots as a wallet may hold, each of this, stay far below what {@link Money} can count. */
    public static final long AMOUNT_MAX = Limits.TOP_UP_MAX;

    @Override
    public Decision decide(States states, TopUpCommand command, Instant at) {
        return switch (command) {
            case RequestTopUp c -> request(states, c, at);
            case ReportTopUpSucceeded c -> succeeded(states, c, at);
            case ReportTopUpFailed c -> failed(states.of(c.topUp()), c);
        };
    }

    private static Decision request(States states, RequestTopUp command, Instant at) {
        return switch (states.of(command.wallet()).within(command.ledger())) {
            case Wallet.Unborn _ -> absent(Absence.WALLET_NOT_FOUND);
            case Wallet.Erased _ -> absent(Absence.WALLET_ERASED);
            case Wallet.Open _, Wallet.Closed _
            when !PopUp.isKnown(states, command.popUp(), command.ledger()) -> absent(Absence.POP_UP_NOT_FOUND);
            case Wallet.Open _, Wallet.Closed _
            when !(states.of(command.topUp()) instanceof TopUp.Unborn) -> refused(TopUpRefusal.TOP_UP_ALREADY_EXISTS);
            case Wallet.Closed _ -> refused(TopUpRefusal.WALLET_CLOSED);
            case Wallet.Open wallet -> request(states.of(command.ledger()), wallet, command, at);
        };
    }

    private static Decision request(Ledger ledger, Wallet.Open wallet, RequestTopUp command, Instant at) {
        return switch (ledger) {
            case Ledger.Unborn _ -> absent(Absence.LEDGER_NOT_FOUND);
            case Ledger.Created _ when command.processorServes().isEmpty() -> refused(TopUpRefusal.PROCESSOR_UNKNOWN);
            case Ledger.Created it when !command.processorServes().contains(it.mode()) -> refused(mismatch(it.mode()));
            case Ledger.Created it -> request(it, wallet, command, at);
        };
    }

    private static TopUpRefusal mismatch(Mode mode) {
        return switch (mode) {
            case LIVE -> TopUpRefusal.PROCESSOR_REFUSES_LIVE;
            case SANDBOX -> TopUpRefusal.PROCESSOR_REFUSES_SANDBOX;
        };
    }

    private static Decision request(Ledger.Created ledger, Wallet.Open wallet, RequestTopUp command, Instant at) {
        if (EffectiveTime.isInFuture(command.effective(), at)) {
            return refused(TopUpRefusal.EFFECTIVE_TIME_IN_FUTURE);
        }
        if (EffectiveTime.isTooOld(command.effective(), at)) {
            return refused(TopUpRefusal.EFFECTIVE_TIME_TOO_OLD);
        }
        if (command.amount().amount() > AMOUNT_MAX) {
            return refused(TopUpRefusal.TOP_UP_AMOUNT_TOO_LARGE);
        }
        return beyond(ledger, wallet, command.amount(), at)
                .map(Decision::refused)
                .orElseGet(() -> accepted(requested(command)));
    }

    /** The ledger's limit that stands in the way. */
    private static Optional<Refusal> beyond(Ledger.Created ledger, Wallet.Open wallet, Money amount, Instant at) {
        var limits = ledger.limits();
        var currency = amount.currency();
        if (limits.topUp(currency).filter(most -> amount.compareTo(most) > 0).isPresent()) {
            return Optional.of(TopUpRefusal.TOP_UP_LIMIT_EXCEEDED);
        }
        if (wallet.topUpsSince(ledger.startOfDay(at)) >= limits.topUpsADay()) {
            return Optional.of(TopUpRefusal.TOO_MANY_TOP_UPS_TODAY);
        }
        // The sum is one of a few numbers below 2^53: a long holds it.
        var after = wallet.expected(currency, at) + amount.amount();
        if (!limits.allowBalance(after, currency)) {
            return Optional.of(TopUpRefusal.BALANCE_LIMIT_EXCEEDED);
        }
        return wallet.hasRoomForLots(1, limits.openLots())
                ? Optional.empty()
                : Optional.of(TopUpRefusal.TOO_MANY_OPEN_LOTS);
    }

    private static TopUpRequested requested(RequestTopUp command) {
        return new TopUpRequested(
                command.ledger(),
                command.topUp(),
                command.wallet(),
                command.amount(),
                command.processor(),
                command.card(),
                command.popUp(),
                command.reference(),
                command.effective());
    }

    private static Decision succeeded(States states, ReportTopUpSucceeded fact, Instant at) {
        return switch (states.of(fact.topUp())) {
            case TopUp.Unborn _ -> absent(Absence.TOP_UP_NOT_FOUND);
            case TopUp.Requested topUp -> book(states, topUp, fact, at);
            case TopUp.Failed topUp -> book(states, topUp, fact, at);
            case TopUp.Succeeded _, TopUp.Unclaimed _ -> new Decision.AlreadyKnown();
        };
    }

    private static Decision book(States states, TopUp.Known topUp, ReportTopUpSucceeded fact, Instant at) {
        if (!topUp.request().wallet().equals(fact.wallet())) {
            return absent(Absence.TOP_UP_NOT_FOUND);
        }
        return switch (states.of(fact.wallet())) {
            case Wallet.Open wallet
            when hasRoom(wallet, fact, at) && isOfItsLot(topUp, fact.amount()) ->
                accepted(lot(wallet, topUp, fact, at));
            case Wallet.Open _, Wallet.Closed _, Wallet.Erased _, Wallet.Unborn _ ->
                accepted(unclaimed(topUp.request(), fact));
        };
    }

    // Room was kept for a pending top-up of the amount that was asked for; what comes late or larger may find none. Far
    // above all that a wallet may hold, so that what comes back from holds, refunds and credits can always be counted.
    private static boolean hasRoom(Wallet.Open wallet, ReportTopUpSucceeded fact, Instant at) {
        var balance = wallet.balance(fact.amount().currency(), at).amount();
        return fact.amount().amount() <= Limits.BALANCE_MAX - balance
                && (wallet.pendingTopUps().contains(fact.topUp()) || wallet.hasRoomForAnotherLot());
    }

    // A lot is of one currency, also the one that a won dispute brought before.
    private static boolean isOfItsLot(TopUp.Known topUp, Money amount) {
        var lot = topUp.takenBack().givenBack();
        return lot == null || lot.amount().currency() == amount.currency();
    }

    private static TopUpSucceeded lot(Wallet.Open wallet, TopUp.Known topUp, ReportTopUpSucceeded fact, Instant at) {
        var lot = topUp.takenBack().givenBack();
        return new TopUpSucceeded(
                fact.topUp(),
                fact.wallet(),
                fact.amount(),
                fact.processorReference(),
                wallet.available(fact.amount().currency(), at).plus(fact.amount()),
                lot == null ? null : lot.since(),
                entry(
                        topUp.request(),
                        fact.amount(),
                        new WalletFunds(fact.wallet(), LotKind.CASH, Availability.AVAILABLE)));
    }

    private static TopUpUnclaimed unclaimed(TopUpRequested request, ReportTopUpSucceeded fact) {
        return new TopUpUnclaimed(
                fact.topUp(),
                fact.wallet(),
                fact.amount(),
                fact.processorReference(),
                entry(request, fact.amount(), new Account.Unclaimed()));
    }

    private static JournalEntry entry(TopUpRequested request, Money amount, Account to) {
        return JournalEntry.of(debit(new ProcessorClearing(request.processor()), amount), credit(to, amount));
    }

    private static Decision failed(TopUp topUp, ReportTopUpFailed fact) {
        return switch (topUp) {
            case TopUp.Requested known
            when known.request().wallet().equals(fact.wallet()) ->
                accepted(new TopUpFailed(fact.topUp(), fact.wallet(), fact.code()));
            case TopUp.Unborn _, TopUp.Requested _ -> absent(Absence.TOP_UP_NOT_FOUND);
            case TopUp.Succeeded _, TopUp.Unclaimed _, TopUp.Failed _ -> new Decision.AlreadyKnown();
        };
    }
}
