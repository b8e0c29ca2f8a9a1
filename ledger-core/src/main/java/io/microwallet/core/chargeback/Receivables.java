package io.microwallet.core.chargeback;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.chargeback.ChargebackCommand.CollectReceivable;
import io.microwallet.core.chargeback.ChargebackCommand.WriteOffReceivable;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableCollected;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableWrittenOff;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.States;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.BadDebt;
import io.microwallet.core.journal.Account.ReceivableChargebacks;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.Receivable;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What finance does about what a member owes: collects it from the wallet's cash, or gives it up. */
final class Receivables {
    private Receivables() {}

    static Decision collect(States states, CollectReceivable command, Instant at) {
        return switch (states.of(command.wallet()).within(command.ledger())) {
            case Wallet.Unborn _ -> absent(Absence.WALLET_NOT_FOUND);
            case Wallet.Erased _ -> absent(Absence.WALLET_ERASED);
            case Wallet.Closed _ -> refused(ChargebackRefusal.WALLET_CLOSED);
            case Wallet.Open wallet -> collect(wallet, command, at);
        };
    }

    private static Decision collect(Wallet.Open wallet, CollectReceivable command, Instant at) {
        var asked = asked(wallet.funds().receivables(), command.amount());
        if (asked instanceof Asked.Refused refused) {
            return refused(refused.refusal);
        }
        var events = new ArrayList<Event>(1);
        for (var owed : ((Asked.Amounts) asked).amounts) {
            var cash = wallet.funds().cash(owed.currency()).atMost(owed);
            if (command.amount() != null && cash.compareTo(owed) < 0) {
                return refused(ChargebackRefusal.NO_CASH_TO_COLLECT);
            }
            if (cash.isPositive()) {
                events.add(collected(wallet, cash, command, at));
            }
        }
        return events.isEmpty() ? refused(ChargebackRefusal.NO_CASH_TO_COLLECT) : new Decision.Accepted(events);
    }

    static Decision writeOff(States states, WriteOffReceivable command) {
        return switch (states.of(command.wallet()).within(command.ledger())) {
            case Wallet.Unborn _ -> absent(Absence.WALLET_NOT_FOUND);
            case Wallet.Erased _ -> absent(Absence.WALLET_ERASED);
            case Wallet.Closed wallet -> writeOff(wallet.receivables(), command);
            case Wallet.Open wallet -> writeOff(wallet.funds().receivables(), command);
        };
    }

    private static Decision writeOff(List<Receivable> receivables, WriteOffReceivable command) {
        return switch (asked(receivables, command.amount())) {
            case Asked.Refused it -> refused(it.refusal);
            case Asked.Amounts it ->
                new Decision.Accepted(it.amounts.stream()
                        .<Event>map(amount -> writtenOff(command, amount))
                        .toList());
        };
    }

    /** What an order is about. */
    private sealed interface Asked {
        record Refused(ChargebackRefusal refusal) implements Asked {}

        record Amounts(List<Money> amounts) implements Asked {}
    }

    private static Asked asked(List<Receivable> receivables, @Nullable Money amount) {
        var owed = amount == null
                ? receivables.stream()
                        .map(Receivable::owed)
                        .filter(Money::isPositive)
                        .toList()
                : List.of(Receivable.in(receivables, amount.currency()).owed());
        if (owed.isEmpty() || owed.getFirst().isZero()) {
            return new Asked.Refused(ChargebackRefusal.NO_RECEIVABLE);
        }
        if (amount == null) {
            return new Asked.Amounts(owed);
        }
        return amount.compareTo(owed.getFirst()) > 0
                ? new Asked.Refused(ChargebackRefusal.RECEIVABLE_EXCEEDED)
                : new Asked.Amounts(List.of(amount));
    }

    private static ReceivableCollected collected(
            Wallet.Open wallet, Money amount, CollectReceivable command, Instant at) {
        return new ReceivableCollected(
                command.ledger(),
                command.wallet(),
                command.client(),
                amount,
                wallet.funds().takeCash(amount, null),
                wallet.available(amount.currency(), at).minus(amount),
                command.reference(),
                JournalEntry.of(
                        Posting.debit(cash(wallet.id()), amount),
                        Posting.credit(new ReceivableChargebacks(wallet.id()), amount)));
    }

    private static ReceivableWrittenOff writtenOff(WriteOffReceivable command, Money amount) {
        return new ReceivableWrittenOff(
                command.ledger(),
                command.wallet(),
                command.client(),
                amount,
                command.reference(),
                JournalEntry.of(
                        Posting.debit(new BadDebt(), amount),
                        Posting.credit(new ReceivableChargebacks(command.wallet()), amount)));
    }

    private static WalletFunds cash(WalletId wallet) {
        return new WalletFunds(wallet, LotKind.CASH, Availability.AVAILABLE);
    }
}
