package io.microwallet.eventstore.index;

import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.Side;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.index.IndexRows.ControlKey;
import io.microwallet.eventstore.index.IndexRows.ControlSum;
import java.util.HashMap;
import java.util.Map;

/** What some events move on the control accounts, added up. */
public final class ControlTotals {
    private final Map<ControlKey, Sum> sums = new HashMap<>();
    private final Map<Account, String> names = new HashMap<>();

    private static final class Sum {
        private long debits;
        private long credits;

        void add(Side side, long amount) {
            switch (side) {
                case DEBIT -> debits = Math.addExact(debits, amount);
                case CREDIT -> credits = Math.addExact(credits, amount);
            }
        }
    }

    public void add(RecordedEvent recorded) {
        var entry = recorded.event().entry();
        if (entry.isPresent()) {
            for (var posting : entry.get().postings()) {
                add(recorded.ledger(), posting);
            }
        }
    }

    private void add(LedgerId ledger, Posting posting) {
        var money = posting.money();
        var key = new ControlKey(ledger, name(posting.account()), money.currency());
        sums.computeIfAbsent(key, _ -> new Sum()).add(posting.side(), money.amount());
    }

    /** A merchant's id stands in its account's name: spelled out for each sale, it would cost more than all the rest here. */
    private String name(Account account) {
        return account.owner() instanceof MerchantId
                ? names.computeIfAbsent(account, Account::control)
                : account.control();
    }

    /** So far. */
    public Map<ControlKey, ControlSum> sums() {
        var found = new HashMap<ControlKey, ControlSum>();
        sums.forEach((key, sum) -> found.put(key, new ControlSum(sum.debits, sum.credits)));
        return found;
    }
}
