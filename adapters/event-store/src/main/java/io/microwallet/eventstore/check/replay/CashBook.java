package io.microwallet.eventstore.check.replay;

import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.MerchantPayable;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.Side;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.payout.PayoutEvent;
import io.microwallet.core.payout.PayoutEvent.PayoutFailed;
import io.microwallet.core.payout.PayoutEvent.PayoutRequested;
import io.microwallet.core.payout.PayoutEvent.PayoutSettled;
import io.microwallet.core.payout.PayoutId;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** Cash out came in before; what went out beyond it has a name, and somebody who owes it or has spent it. */
final class CashBook {
    private final Map<Cash, Long> covered = new HashMap<>();
    private final Map<Payee, PayableHistory> payables = new HashMap<>();
    private final Sendings<PayoutId> payouts = new Sendings<>();

    /** What a ledger has in the bank and with its processors, and what it is owed or gave up. */
    private record Cash(LedgerId ledger, Currency currency) {}

    private record Payee(MerchantId merchant, Currency currency) {}

    void check(RecordedEvent recorded, Findings findings) {
        recorded.event().entry().ifPresent(entry -> post(recorded, entry, findings));
        if (recorded.event() instanceof PayoutEvent event) {
            check(event, recorded.position(), findings);
        }
    }

    private void post(RecordedEvent recorded, JournalEntry entry, Findings findings) {
        var moved = new HashSet<Cash>();
        for (var posting : entry.postings()) {
            var change = posting.account() instanceof MerchantPayable payable
                    ? owe(payable.merchant(), posting, recorded.position())
                    : isNamed(posting.account()) ? debit(posting) : 0;
            if (change != 0) {
                var key = new Cash(recorded.ledger(), posting.money().currency());
                covered.merge(key, change, Long::sum);
                moved.add(key);
            }
        }
        for (var key : moved) {
            if (covered.getOrDefault(key, 0L) < 0) {
                notCovered(
                        recorded.position(), "more %s was paid out than came in".formatted(key.currency()), findings);
            }
        }
    }

    /** What a merchant owes after late refunds is covered by its name: how much more, or less, that is now. */
    private long owe(MerchantId merchant, Posting posting, long position) {
        var payable = payable(merchant, posting.money().currency());
        var before = payable.owed();
        payable.credit(position, -debit(posting));
        return Math.max(0, -payable.owed()) - Math.max(0, -before);
    }

    private void check(PayoutEvent event, long position, Findings findings) {
        if (!isAsked(event) || !UndoneSums.isAllOf(event.journalEntry(), event.amount())) {
            findings.add(FindingKind.SENT_UNASKED, position, "a payout is not what was asked for");
        } else if (event instanceof PayoutRequested e && !isPayable(e, position)) {
            notCovered(position, "more is paid out to a merchant than it was owed", findings);
        }
    }

    private boolean isAsked(PayoutEvent event) {
        return switch (event) {
            case PayoutRequested e -> payouts.ask(e.payout(), e.amount());
            case PayoutSettled e -> payouts.settle(e.payout(), e.amount());
            case PayoutFailed e -> payouts.fail(e.payout(), e.amount());
        };
    }

    // At the position that it was reckoned from: refunds may have come between.
    private boolean isPayable(PayoutRequested event, long position) {
        var payable = payable(event.merchant(), event.amount().currency());
        var isLeft = event.amount().amount() <= payable.left(Math.min(event.position(), position - 1));
        payable.ask(position, event.amount().amount());
        return isLeft;
    }

    private PayableHistory payable(MerchantId merchant, Currency currency) {
        return payables.computeIfAbsent(new Payee(merchant, currency), _ -> new PayableHistory());
    }

    private static void notCovered(long position, String what, Findings findings) {
        findings.add(FindingKind.CASH_OUT_NOT_COVERED, position, what);
    }

    private static long debit(Posting posting) {
        var amount = posting.money().amount();
        return posting.side() == Side.DEBIT ? amount : -amount;
    }

    /** Cash, and the names under which more of it may have gone than there was. */
    private static boolean isNamed(Account account) {
        return switch (account) {
            case Account.ProcessorClearing _,
                    Account.Bank _,
                    Account.ReceivableChargebacks _,
                    Account.Unexplained _,
                    Account.ProcessorFees _,
                    Account.MembershipCredits _,
                    Account.BadDebt _ -> true;
            case Account.WalletFunds _,
                    Account.MembershipDeferred _,
                    Account.MerchantPayable _,
                    Account.RefundsInFlight _,
                    Account.PayoutsInFlight _,
                    Account.Unclaimed _,
                    Account.Commission _,
                    Account.Sales _,
                    Account.Memberships _,
                    Account.Breakage _ -> false;
        };
    }
}
