package io.microwallet.eventstore.check.replay;

import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.Side;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.Receivable;
import io.microwallet.core.wallet.TellsBalance;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One wallet twice over: as the rules evolve it, and as the postings add up. Both must say the same after each event. */
public final class WalletBook {
    private final Map<Funds, Long> balances = new HashMap<>();
    private final Map<Currency, Long> deferred = new HashMap<>();
    private final Map<Currency, Long> owed = new HashMap<>();
    private Wallet wallet = new Wallet.Unborn();
    private boolean isWrong;

    /** What of one currency is spendable, or held, of one kind. */
    private record Funds(LotKind kind, Availability availability, Currency currency) {}

    void post(WalletFunds account, Posting posting) {
        var money = posting.money();
        var change = posting.side() == Side.CREDIT ? money.amount() : -money.amount();
        var funds = new Funds(account.kind(), account.availability(), money.currency());
        balances.merge(funds, change, (balance, by) -> balance + by == 0 ? null : Long.valueOf(balance + by));
    }

    /** What this member paid for a membership, and what that has given. */
    void defer(Posting posting) {
        add(deferred, posting, Side.CREDIT);
    }

    /** What this member owes since a processor took back what was spent. */
    void owe(Posting posting) {
        add(owed, posting, Side.DEBIT);
    }

    private static void add(Map<Currency, Long> sums, Posting posting, Side more) {
        var money = posting.money();
        var change = posting.side() == more ? money.amount() : -money.amount();
        sums.merge(money.currency(), change, (sum, by) -> sum + by == 0 ? null : Long.valueOf(sum + by));
    }

    /** Once its postings are in. A wallet that is wrong is named once, where it began. */
    void check(RecordedEvent recorded, Findings findings) {
        if (isWrong) {
            return;
        }
        var before = findings.count();
        evolve(recorded, findings);
        checkBalances(recorded, findings);
        isWrong = findings.count() > before;
    }

    private void evolve(RecordedEvent recorded, Findings findings) {
        try {
            wallet = wallet.evolve(recorded.event(), recorded.at());
        } catch (IllegalArgumentException | ArithmeticException e) {
            findings.add(
                    FindingKind.LOTS_DIFFER,
                    recorded.position(),
                    "the wallet's lots cannot take this event: " + e.getMessage());
        }
    }

    private void checkBalances(RecordedEvent recorded, Findings findings) {
        if (balances.values().stream().anyMatch(balance -> balance < 0)) {
            findings.add(FindingKind.BALANCE_BELOW_ZERO, recorded.position(), "a balance of the wallet is below zero");
        } else if (!of(Availability.AVAILABLE, lots()).equals(of(Availability.AVAILABLE, balances))) {
            findings.add(
                    FindingKind.LOTS_DIFFER, recorded.position(), "the wallet's accounts are not the sum of its lots");
        } else if (!of(Availability.HELD, lots()).equals(of(Availability.HELD, balances))) {
            findings.add(
                    FindingKind.HOLDS_DIFFER,
                    recorded.position(),
                    "what is held of the wallet is not the sum of its open holds");
        } else if (!notGivenYet().equals(deferred)) {
            findings.add(
                    FindingKind.DEFERRED_DIFFERS,
                    recorded.position(),
                    "what is deferred is not what the wallet's memberships have not given yet");
        } else if (!receivables().equals(owed)) {
            findings.add(
                    FindingKind.RECEIVABLE_DIFFERS,
                    recorded.position(),
                    "what the member owes is not what processors took beyond the wallet's money");
        } else if (!isTold(recorded)) {
            findings.add(
                    FindingKind.BALANCE_TOLD_WRONG,
                    recorded.position(),
                    "the event tells another balance than the wallet has");
        }
    }

    private Map<Currency, Long> notGivenYet() {
        var sums = new HashMap<Currency, Long>();
        if (wallet instanceof Wallet.Open open) {
            for (var membership : open.memberships().all()) {
                var left = membership.deferred();
                if (!left.isZero()) {
                    sums.merge(left.currency(), left.amount(), Long::sum);
                }
            }
        }
        return sums;
    }

    private Map<Currency, Long> receivables() {
        var sums = new HashMap<Currency, Long>();
        var all = switch (wallet) {
            case Wallet.Open open -> open.funds().receivables();
            case Wallet.Closed closed -> closed.receivables();
            case Wallet.Unborn _, Wallet.Erased _ -> List.<Receivable>of();
        };
        for (var receivable : all) {
            if (receivable.owed().isPositive()) {
                sums.merge(receivable.owed().currency(), receivable.owed().amount(), Long::sum);
            }
        }
        return sums;
    }

    private static Map<Funds, Long> of(Availability availability, Map<Funds, Long> balances) {
        var some = new HashMap<>(balances);
        some.keySet().removeIf(funds -> funds.availability() != availability);
        return some;
    }

    private Map<Funds, Long> lots() {
        var sums = new HashMap<Funds, Long>();
        if (wallet instanceof Wallet.Open open) {
            add(sums, open.lots(), Availability.AVAILABLE);
            open.funds().holds().forEach(hold -> add(sums, hold.lots(), Availability.HELD));
        }
        return sums;
    }

    private static void add(Map<Funds, Long> sums, List<Lot> lots, Availability availability) {
        for (var lot : lots) {
            var money = lot.amount();
            sums.merge(new Funds(lot.kind(), availability, money.currency()), money.amount(), Long::sum);
        }
    }

    private boolean isTold(RecordedEvent recorded) {
        if (!(recorded.event() instanceof TellsBalance e)) {
            return true;
        }
        var told = e.available();
        return told == null ? !(wallet instanceof Wallet.Open) : isAvailable(told, recorded);
    }

    private boolean isAvailable(Money told, RecordedEvent recorded) {
        return wallet instanceof Wallet.Open open
                && open.available(told.currency(), recorded.at()).equals(told);
    }
}
