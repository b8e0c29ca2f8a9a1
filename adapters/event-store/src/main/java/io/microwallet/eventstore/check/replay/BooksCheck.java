package io.microwallet.eventstore.check.replay;

import io.microwallet.core.decision.Tag;
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.check.finding.Findings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whether the money adds up, event by event. Remembers every wallet, drop, top-up and refund, and of every purchase what is left. */
public final class BooksCheck {
    private final Findings findings;
    private final Map<UUID, WalletBook> wallets = new HashMap<>();
    private final Map<UUID, DropBook> drops = new HashMap<>();
    private final RefundBook refunds = new RefundBook();
    private final CashBook cash = new CashBook();
    private final SettlementBook settlements = new SettlementBook();

    public BooksCheck(Findings findings) {
        this.findings = findings;
    }

    public void check(RecordedEvent recorded) {
        var touched = new HashSet<UUID>();
        recorded.tags().stream().filter(tag -> tag.kind() == Tag.Kind.WALLET).forEach(tag -> touched.add(tag.id()));
        recorded.event().entry().ifPresent(entry -> post(entry, touched));
        touched.forEach(wallet -> book(wallet).check(recorded, findings));
        cash.check(recorded, findings);
        refunds.check(recorded, findings);
        settlements.check(recorded, findings);
        recorded.tags().stream()
                .filter(tag -> tag.kind() == Tag.Kind.DROP)
                .forEach(tag ->
                        drops.computeIfAbsent(tag.id(), _ -> new DropBook()).check(recorded, findings));
    }

    // What is deferred is of one membership, and so of the one wallet that the event is tagged with.
    private void post(JournalEntry entry, Set<UUID> touched) {
        for (var posting : entry.postings()) {
            if (posting.account() instanceof Account.WalletFunds funds) {
                touched.add(funds.wallet().value());
                book(funds.wallet().value()).post(funds, posting);
            } else if (posting.account() instanceof Account.ReceivableChargebacks receivable) {
                touched.add(receivable.wallet().value());
                book(receivable.wallet().value()).owe(posting);
            } else if (posting.account() instanceof Account.MembershipDeferred) {
                touched.forEach(wallet -> book(wallet).defer(posting));
            }
        }
    }

    private WalletBook book(UUID wallet) {
        return wallets.computeIfAbsent(wallet, id -> new WalletBook());
    }
}
