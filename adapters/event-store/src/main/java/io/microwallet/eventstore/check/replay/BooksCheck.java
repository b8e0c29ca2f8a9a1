package io.microwallet.eventstore.check.replay;

import io.microwallet.core.decision.Tag;
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.Side;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whether the money adds up, event by event. Remembers every wallet and every drop. */
public final class BooksCheck {
    private final Findings findings;
    private final Map<UUID, WalletBook> wallets = new HashMap<>();
    private final Map<UUID, DropBook> drops = new HashMap<>();
    private final Map<Cash, Long> cash = new HashMap<>();

    /** What a ledger has in the bank and with its processors. */
    private record Cash(LedgerId ledger, Currency currency) {}

    public BooksCheck(Findings findings) {
        this.findings = findings;
    }

    public void check(RecordedEvent recorded) {
        var touched = new HashSet<UUID>();
        recorded.event().tags().stream()
                .filter(tag -> tag.kind() == Tag.Kind.WALLET)
                .forEach(tag -> touched.add(tag.id()));
        recorded.event().entry().ifPresent(entry -> post(recorded, entry, touched));
        touched.forEach(wallet -> book(wallet).check(recorded, findings));
        recorded.event().tags().stream()
                .filter(tag -> tag.kind() == Tag.Kind.DROP)
                .forEach(tag ->
                        drops.computeIfAbsent(tag.id(), _ -> new DropBook()).check(recorded, findings));
    }

    // What is deferred is of one membership, and so of the one wallet that the event is tagged with.
    private void post(RecordedEvent recorded, JournalEntry entry, Set<UUID> touched) {
        var moved = new HashMap<Cash, Long>();
        for (var posting : entry.postings()) {
            if (posting.account() instanceof Account.WalletFunds funds) {
                touched.add(funds.wallet().value());
                book(funds.wallet().value()).post(funds, posting);
            } else if (posting.account() instanceof Account.MembershipDeferred) {
                touched.forEach(wallet -> book(wallet).defer(posting));
            } else if (isCash(posting.account())) {
                var key = new Cash(recorded.ledger(), posting.money().currency());
                moved.put(key, cash.merge(key, debit(posting), Long::sum));
            }
        }
        moved.forEach((key, balance) -> {
            if (balance < 0) {
                notCovered(key, recorded.position());
            }
        });
    }

    private void notCovered(Cash key, long position) {
        findings.add(
                FindingKind.CASH_OUT_NOT_COVERED,
                position,
                "more %s was paid out than came in".formatted(key.currency()));
    }

    private WalletBook book(UUID wallet) {
        return wallets.computeIfAbsent(wallet, id -> new WalletBook());
    }

    private static long debit(Posting posting) {
        var amount = posting.money().amount();
        return posting.side() == Side.DEBIT ? amount : -amount;
    }

    /** Cash, and the names under which a processor may have taken more of it than there was. */
    private static boolean isCash(Account account) {
        return switch (account) {
            case Account.ProcessorClearing _,
                    Account.Bank _,
                    Account.ReceivableChargebacks _,
                    Account.Unexplained _,
                    Account.ProcessorFees _,
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
                    Account.Breakage _,
                    Account.MembershipCredits _ -> false;
        };
    }
}
