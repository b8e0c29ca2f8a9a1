package io.microwallet.core.refund;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.journal.Posting.credit;
import static io.microwallet.core.journal.Posting.debit;

import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.ProcessorClearing;
import io.microwallet.core.journal.Account.RefundsInFlight;
import io.microwallet.core.journal.Account.Unclaimed;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.money.Money;
import io.microwallet.core.refund.RefundCommand.ReportRefundFailed;
import io.microwallet.core.refund.RefundCommand.ReportRefundSettled;
import io.microwallet.core.refund.RefundEvent.RefundFailed;
import io.microwallet.core.refund.RefundEvent.RefundSettled;
import io.microwallet.core.refund.RefundEvent.RefundSettledAfterFailed;
import io.microwallet.core.refund.RefundEvent.RefundUnclaimed;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.MoneyTaken;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What processors say of parts that were to go back: booked in whatever order it comes. */
final class RefundReports {
    private RefundReports() {}

    static Decision settled(States states, ReportRefundSettled fact, Instant at) {
        var part = part(states.of(fact.refund()), fact.wallet(), fact.topUp());
        if (part.isEmpty()) {
            return absent(Absence.REFUND_NOT_FOUND);
        }
        return switch (part.get()) {
            case Refund.Part.Requested it -> accepted(settled(it.part(), fact));
            case Refund.Part.Failed it -> accepted(again(states.of(fact.wallet()), it.part(), fact, at));
            case Refund.Part.Unclaimed it -> accepted(claimed(states.of(fact.wallet()), it.part(), fact, at));
            case Refund.Part.Settled _, Refund.Part.Returned _, Refund.Part.SettledAfterAll _ ->
                new Decision.AlreadyKnown();
        };
    }

    static Decision failed(States states, ReportRefundFailed fact, Instant at) {
        var part = part(states.of(fact.refund()), fact.wallet(), fact.topUp());
        if (part.isEmpty()) {
            return absent(Absence.REFUND_NOT_FOUND);
        }
        return switch (part.get()) {
            case Refund.Part.Requested it ->
                back(states, it.part(), new RefundsInFlight(it.part().processor()), fact, at);
            case Refund.Part.Settled it ->
                back(states, it.part(), new ProcessorClearing(it.part().processor()), fact, at);
            case Refund.Part.Failed _, Refund.Part.Unclaimed _, Refund.Part.Returned _, Refund.Part.SettledAfterAll _ ->
                new Decision.AlreadyKnown();
        };
    }

    private static Optional<Refund.Part> part(Refund refund, WalletId wallet, TopUpId topUp) {
        return switch (refund) {
            case Refund.Made made when made.wallet().equals(wallet) -> made.part(topUp);
            case Refund.Made _, Refund.Unborn _ -> Optional.empty();
        };
    }

    private static RefundSettled settled(RefundPart part, ReportRefundSettled fact) {
        return new RefundSettled(
                fact.refund(),
                fact.wallet(),
                fact.topUp(),
                part.amount(),
                fact.processorReference(),
                entry(new RefundsInFlight(part.processor()), new ProcessorClearing(part.processor()), part.amount()));
    }

    /** The wallet had it back: it gives what it has of it, and owes the rest. */
    private static RefundSettledAfterFailed again(
            Wallet wallet, RefundPart part, ReportRefundSettled fact, Instant at) {
        var taken = MoneyTaken.of(
                wallet,
                fact.wallet(),
                part.processor(),
                part.amount(),
                part.lot().id(),
                at);
        var booking = taken.debited().credit(new ProcessorClearing(part.processor()), part.amount());
        return twice(part, fact, taken.lots(), taken.owed(), taken.available().orElse(null), booking.entry());
    }

    /** Nobody had claimed it, so nobody owes it. */
    private static RefundSettledAfterFailed claimed(
            Wallet wallet, RefundPart part, ReportRefundSettled fact, Instant at) {
        var currency = part.amount().currency();
        var available = wallet instanceof Wallet.Open open ? open.available(currency, at) : null;
        var entry = entry(new Unclaimed(), new ProcessorClearing(part.processor()), part.amount());
        return twice(part, fact, List.of(), Money.zero(currency), available, entry);
    }

    private static RefundSettledAfterFailed twice(
            RefundPart part,
            ReportRefundSettled fact,
            List<Lot> lots,
            Money owed,
            @Nullable Money available,
            JournalEntry entry) {
        return new RefundSettledAfterFailed(
                fact.refund(),
                fact.wallet(),
                fact.topUp(),
                part.amount(),
                fact.processorReference(),
                lots,
                owed,
                available,
                entry);
    }

    private static Decision back(States states, RefundPart part, Account from, ReportRefundFailed fact, Instant at) {
        return switch (states.of(fact.wallet())) {
            case Wallet.Open wallet
            when wallet.canCount(part.amount(), at) -> accepted(back(wallet, part, from, fact, at));
            case Wallet.Open _, Wallet.Closed _, Wallet.Erased _, Wallet.Unborn _ ->
                accepted(new RefundUnclaimed(
                        fact.refund(),
                        fact.wallet(),
                        fact.topUp(),
                        fact.code(),
                        part.amount(),
                        entry(from, new Unclaimed(), part.amount())));
        };
    }

    private static RefundFailed back(
            Wallet.Open wallet, RefundPart part, Account from, ReportRefundFailed fact, Instant at) {
        var cash = new WalletFunds(wallet.id(), LotKind.CASH, Availability.AVAILABLE);
        return new RefundFailed(
                fact.refund(),
                fact.wallet(),
                fact.topUp(),
                fact.code(),
                part.lot(),
                wallet.available(part.amount().currency(), at).plus(part.amount()),
                entry(from, cash, part.amount()));
    }

    private static JournalEntry entry(Account from, Account to, Money amount) {
        return JournalEntry.of(debit(from, amount), credit(to, amount));
    }
}
