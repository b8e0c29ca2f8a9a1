package io.microwallet.api.cli.noun;

import io.microwallet.api.cli.call.Noun;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Every thing of the API that has commands, by its name, in the order of the help. */
public final class Nouns {
    private Nouns() {}

    /** Each is declared when it is asked for: one command needs one. */
    public static Map<String, Supplier<Noun>> all() {
        var all = new LinkedHashMap<String, Supplier<Noun>>();
        all.put("ledger", Settings::ledger);
        all.put("client", Settings::client);
        all.put("limits", Settings::limits);
        all.put("clock", Settings::clock);
        all.put("merchant", Settings::merchant);
        all.put("pop-up", Selling::popUp);
        all.put("drop", Selling::drop);
        all.put("plan", Members::plan);
        all.put("wallet", Members::wallet);
        all.put("link", Members::link);
        all.put("top-up", Members::topUp);
        all.put("membership", Members::membership);
        all.put("credit", Members::credit);
        all.put("hold", Selling::hold);
        all.put("purchase", Selling::purchase);
        all.put("refund", Money::refund);
        all.put("job", Money::job);
        all.put("payout", Money::payout);
        all.put("processor-payout", Money::processorPayout);
        all.put("chargeback", Money::chargeback);
        all.put("receivable", Money::receivable);
        all.put("exception", Money::exception);
        return all;
    }
}
