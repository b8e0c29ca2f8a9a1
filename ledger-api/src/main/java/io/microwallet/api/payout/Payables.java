package io.microwallet.api.payout;

import io.microwallet.core.books.AccountTotal;
import io.microwallet.core.books.Books;
import io.microwallet.core.journal.Account.MerchantPayable;
import io.microwallet.core.journal.Account.PayoutsInFlight;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.payout.PayeeId;
import io.microwallet.core.payout.PayoutCommand.Payable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What the books owe a merchant, as of a position. */
@Component
final class Payables {
    private final Books books;

    Payables(Books books) {
        this.books = books;
    }

    /** What a payout is decided against. */
    record Seen(List<Payable> payables, long position) {}

    @Schema(name = "Payable")
    record View(
            String merchant,
            List<Line> balances,

            @Schema(description = "Everything up to this position of the log is in these balances")
            long position) {}

    /** Minor units. */
    @Schema(name = "PayableBalance")
    record Line(
            String currency,

            @Schema(description = "What can be paid out") long payable,

            @Schema(description = "What is on its way to the merchant's bank account")
            long inFlight,

            @Schema(description = "What the merchant owes after late refunds; its next sales pay for it")
            long owed) {
        private Line plus(Line other) {
            return new Line(currency, payable + other.payable, inFlight + other.inFlight, owed + other.owed);
        }
    }

    Seen seen(LedgerId ledger, MerchantId merchant) {
        // The payee first: what is asked for between the two counts twice at worst, and is never left out.
        var payee = books.read(PayeeId.of(merchant));
        var reading = books.open();
        var payables = of(reading.totals(ledger), new MerchantPayable(merchant).code()).stream()
                .map(owed -> new Payable(owed, payee.requested(owed.currency())))
                .toList();
        return new Seen(payables, reading.position());
    }

    View view(LedgerId ledger, MerchantId merchant) {
        var reading = books.open();
        var totals = reading.totals(ledger);
        var lines = new TreeMap<Currency, Line>(Comparator.comparing(Currency::code));
        of(totals, new MerchantPayable(merchant).code()).forEach(owed -> add(lines, owed, payable(owed)));
        of(totals, new PayoutsInFlight(merchant).code()).forEach(sent -> add(lines, sent, inFlight(sent)));
        return new View(merchant.text(), List.copyOf(lines.values()), reading.position());
    }

    private static void add(TreeMap<Currency, Line> lines, Money money, Line line) {
        lines.merge(money.currency(), line, Line::plus);
    }

    private static Line payable(Money owed) {
        var amount = owed.amount();
        return new Line(owed.currency().code(), Math.max(amount, 0), 0, Math.max(-amount, 0));
    }

    private static Line inFlight(Money sent) {
        return new Line(sent.currency().code(), 0, sent.amount(), 0);
    }

    /** The balances of one account of ours, a currency each; what we owe is positive. */
    private static List<Money> of(List<AccountTotal> totals, String account) {
        return totals.stream()
                .filter(total -> total.controlAccount().equals(account))
                .map(total -> new Money(Math.subtractExact(total.credits(), total.debits()), total.currency()))
                .toList();
    }
}
