package io.microwallet.core.accounts;

import io.microwallet.core.decision.Event;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A row of the account table, or one of its cases.
 *
 * @param name as it stands in ACCOUNTS.md
 * @param story what happens; its last decision holds the event
 * @param debits account and amount, a line each
 */
record AccountRow(
        String name,
        String which,
        Class<? extends Event> event,
        Consumer<Story> story,
        List<String> debits,
        List<String> credits) {
    static Start row(String name) {
        return new Start(name, "");
    }

    static Start row(String name, String which) {
        return new Start(name, which);
    }

    List<String> booked(Side side) {
        var told = new Story();
        story.accept(told);
        var sums = new TreeMap<String, BigDecimal>();
        told.last(event).entry().orElseThrow().postings().stream()
                .filter(posting -> posting.side() == side)
                .forEach(posting -> sums.merge(account(posting), amount(posting), BigDecimal::add));
        return sums.entrySet().stream()
                .map(sum -> sum.getKey() + ' ' + sum.getValue().toPlainString())
                .toList();
    }

    private static BigDecimal amount(Posting posting) {
        return BigDecimal.valueOf(
                        posting.money().amount(), posting.money().currency().decimals())
                .stripTrailingZeros();
    }

    private static String account(Posting posting) {
        return posting.account()
                .code()
                .replaceFirst("w_[0-9A-Z]{26}", "W")
                .replaceFirst("m_[0-9A-Z]{26}", "M")
                .replaceFirst("simulator", "P");
    }

    @Override
    public String toString() {
        return which.isEmpty() ? name : name + ": " + which;
    }

    record Start(String name, String which) {
        Told books(Class<? extends Event> event, Consumer<Story> story) {
            return new Told(this, event, story);
        }
    }

    record Told(Start start, Class<? extends Event> event, Consumer<Story> story) {
        Debited debits(String... lines) {
            return new Debited(this, List.of(lines));
        }
    }

    record Debited(Told told, List<String> debits) {
        AccountRow credits(String... lines) {
            return new AccountRow(
                    told.start.name,
                    told.start.which,
                    told.event,
                    told.story,
                    debits.stream().sorted().toList(),
                    Stream.of(lines).sorted().toList());
        }
    }
}
