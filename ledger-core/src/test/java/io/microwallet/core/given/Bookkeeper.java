package io.microwallet.core.given;

import io.microwallet.core.decision.Event;
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.Side;
import io.microwallet.core.money.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Adds up postings and knows no rule: what the states say is held against it. Credits count up. */
public final class Bookkeeper {
    private final Map<Line, Long> balances = new HashMap<>();

    public void book(Event event) {
        event.entry().ifPresent(entry -> entry.postings().forEach(this::post));
    }

    private void post(Posting posting) {
        var amount = posting.money().amount();
        var line = new Line(posting.account(), posting.money().currency());
        balances.merge(line, posting.side() == Side.CREDIT ? amount : -amount, Math::addExact);
    }

    public long balance(Account account, Currency currency) {
        return balances.getOrDefault(new Line(account, currency), 0L);
    }

    /** What the balances of all accounts come to, by currency. */
    public Map<Currency, Long> trialBalance() {
        var totals = new HashMap<Currency, Long>();
        balances.forEach((line, balance) -> totals.merge(line.currency(), balance, Math::addExact));
        return totals;
    }

    public Set<Line> lines() {
        return balances.keySet();
    }

    /** One account in one currency. */
    public record Line(Account account, Currency currency) {}
}
