package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.BAKER;
import static io.microwallet.core.given.PopUp.BAKER_ADDED;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.OWN_SHOP;
import static io.microwallet.core.given.PopUp.OWN_SHOP_ADDED;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.Row.row;
import static io.microwallet.core.journal.Posting.credit;
import static io.microwallet.core.journal.Posting.debit;

import io.microwallet.core.given.Row;
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.Bank;
import io.microwallet.core.journal.Account.MerchantPayable;
import io.microwallet.core.journal.Account.PayoutsInFlight;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.payout.PayoutCommand.FailPayout;
import io.microwallet.core.payout.PayoutCommand.Payable;
import io.microwallet.core.payout.PayoutCommand.RequestPayout;
import io.microwallet.core.payout.PayoutCommand.SettlePayout;
import io.microwallet.core.payout.PayoutEvent.PayoutFailed;
import io.microwallet.core.payout.PayoutEvent.PayoutRequested;
import io.microwallet.core.payout.PayoutEvent.PayoutSettled;
import io.microwallet.core.payout.PayoutId;
import io.microwallet.core.payout.PayoutRefusal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How merchants get what they are owed. */
final class PayoutRows {
    private static final PayoutId PAYOUT = new PayoutId(new UUID(20, 1));
    private static final PayoutId EARLIER = new PayoutId(new UUID(20, 2));
    private static final long POSITION = 7;
    private static final MerchantPayable PAYABLE = new MerchantPayable(BAKER);
    private static final PayoutsInFlight IN_FLIGHT = new PayoutsInFlight(BAKER);
    private static final Currency EUR = Currency.of("EUR");
    private static final Currency JPY = Currency.of("JPY");

    private static final PayoutRequested REQUESTED = requested(PAYOUT, eur(100));
    private static final PayoutSettled SETTLED = settled(IN_FLIGHT);
    private static final PayoutFailed FAILED = failed(IN_FLIGHT);
    private static final PayoutSettled SETTLED_AFTER_ALL = settled(PAYABLE);
    private static final PayoutFailed RETURNED = failed(new Bank());

    private static final SettlePayout SETTLE = new SettlePayout(LEDGER, PAYOUT);
    private static final FailPayout FAIL = new FailPayout(LEDGER, PAYOUT);

    private PayoutRows() {}

    static Stream<Row> rows() {
        return Stream.of(asking(), amounts(), currencies(), races(), facts(), factsTheOtherWayRound(), nothingThere())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> asking() {
        return Stream.of(
                row("merchant payout requested")
                        .given(BAKER_ADDED)
                        .when(all(owed(100)))
                        .accepted(new PayoutRequested(
                                LEDGER,
                                PAYOUT,
                                BAKER,
                                eur(100),
                                POSITION,
                                null,
                                JournalEntry.of(
                                        debit(new MerchantPayable(BAKER), eur(100)),
                                        credit(new PayoutsInFlight(BAKER), eur(100))))),
                row("a payout is asked for once, whatever else is wrong with it")
                        .given(OWN_SHOP_ADDED, BAKER_ADDED, REQUESTED)
                        .when(ask(OWN_SHOP, null, null, owed(0)))
                        .refused(PayoutRefusal.PAYOUT_ALREADY_EXISTS),
                row("an own shop is not paid out, whatever it is owed")
                        .given(OWN_SHOP_ADDED)
                        .when(ask(OWN_SHOP, null, null, owed(100), new Payable(yen(5), yen(0))))
                        .refused(PayoutRefusal.OWN_SHOP_IS_NOT_PAID_OUT));
    }

    private static Stream<Row> amounts() {
        return Stream.of(
                row("a part is paid out")
                        .given(BAKER_ADDED)
                        .when(ask(BAKER, null, eur(99), owed(100)))
                        .accepted(requested(PAYOUT, eur(99))),
                row("the whole is paid out by its amount")
                        .given(BAKER_ADDED)
                        .when(ask(BAKER, EUR, eur(100), owed(100)))
                        .accepted(REQUESTED),
                row("a cent more than the payable is not paid out")
                        .given(BAKER_ADDED)
                        .when(ask(BAKER, null, eur(101), owed(100)))
                        .refused(PayoutRefusal.PAYABLE_EXCEEDED),
                row("nothing is paid out of nothing")
                        .given(BAKER_ADDED)
                        .when(all(owed(0)))
                        .refused(PayoutRefusal.NOTHING_TO_PAY_OUT),
                row("a merchant who owes us is not paid out, by no amount either")
                        .given(BAKER_ADDED)
                        .when(ask(BAKER, null, eur(1), owed(-20)))
                        .refused(PayoutRefusal.NOTHING_TO_PAY_OUT),
                row("a merchant who never sold is not paid out")
                        .given(BAKER_ADDED)
                        .when(all())
                        .refused(PayoutRefusal.NOTHING_TO_PAY_OUT));
    }

    private static Stream<Row> currencies() {
        var both = new Payable[] {owed(100), new Payable(yen(5), yen(0))};
        return Stream.of(
                row("all of which currency has to be said")
                        .given(BAKER_ADDED)
                        .when(all(both))
                        .refused(PayoutRefusal.PAYOUT_CURRENCY_NEEDED),
                row("all of one currency of two")
                        .given(BAKER_ADDED)
                        .when(ask(BAKER, EUR, null, both))
                        .accepted(REQUESTED),
                row("an amount says its currency")
                        .given(BAKER_ADDED)
                        .when(ask(BAKER, null, yen(5), both))
                        .accepted(requested(PAYOUT, yen(5))),
                row("a currency that the merchant owes us in does not count")
                        .given(BAKER_ADDED)
                        .when(all(owed(100), new Payable(yen(-5), yen(0))))
                        .accepted(REQUESTED),
                row("a currency that the merchant is not owed money in")
                        .given(BAKER_ADDED)
                        .when(ask(BAKER, JPY, null, owed(100)))
                        .refused(PayoutRefusal.NOTHING_TO_PAY_OUT));
    }

    private static Stream<Row> races() {
        var earlier = requested(EARLIER, eur(100));
        return Stream.of(
                row("the second of two payouts of the whole at once")
                        .given(BAKER_ADDED, earlier)
                        .when(all(owed(100)))
                        .refused(PayoutRefusal.NOTHING_TO_PAY_OUT),
                row("the second of two payouts at once gets what the first left")
                        .given(BAKER_ADDED, earlier)
                        .when(all(owed(130)))
                        .accepted(requested(PAYOUT, eur(30))),
                row("the second of two payouts at once asks for more than the first left")
                        .given(BAKER_ADDED, earlier)
                        .when(ask(BAKER, null, eur(31), owed(130)))
                        .refused(PayoutRefusal.PAYABLE_EXCEEDED),
                row("a payout that was seen is in the payable already")
                        .given(BAKER_ADDED, earlier)
                        .when(all(new Payable(eur(100), eur(100))))
                        .accepted(REQUESTED),
                row("a payout of another currency at once is in nobody's way")
                        .given(BAKER_ADDED, requested(EARLIER, yen(5)))
                        .when(all(owed(100)))
                        .accepted(REQUESTED),
                row("what a failed payout gave back is not counted before the books show it")
                        .given(BAKER_ADDED, requested(PAYOUT, eur(100)), FAILED)
                        .when(new RequestPayout(LEDGER, EARLIER, BAKER, null, null, List.of(owed(100)), POSITION, null))
                        .refused(PayoutRefusal.NOTHING_TO_PAY_OUT));
    }

    private static Stream<Row> facts() {
        return Stream.of(
                row("merchant payout settled")
                        .given(BAKER_ADDED, REQUESTED)
                        .when(SETTLE)
                        .accepted(new PayoutSettled(
                                PAYOUT,
                                BAKER,
                                eur(100),
                                JournalEntry.of(
                                        debit(new PayoutsInFlight(BAKER), eur(100)), credit(new Bank(), eur(100))))),
                row("merchant payout failed")
                        .given(BAKER_ADDED, REQUESTED)
                        .when(FAIL)
                        .accepted(new PayoutFailed(
                                PAYOUT,
                                BAKER,
                                eur(100),
                                JournalEntry.of(
                                        debit(new PayoutsInFlight(BAKER), eur(100)),
                                        credit(new MerchantPayable(BAKER), eur(100))))),
                row("a payout settles once")
                        .given(BAKER_ADDED, REQUESTED, SETTLED)
                        .when(SETTLE)
                        .alreadyKnown(),
                row("a payout fails once")
                        .given(BAKER_ADDED, REQUESTED, FAILED)
                        .when(FAIL)
                        .alreadyKnown());
    }

    private static Stream<Row> factsTheOtherWayRound() {
        return Stream.of(
                row("a payout that was called failed settles: taken from the payable, below zero if need be")
                        .given(BAKER_ADDED, REQUESTED, FAILED)
                        .when(SETTLE)
                        .accepted(new PayoutSettled(
                                PAYOUT,
                                BAKER,
                                eur(100),
                                JournalEntry.of(
                                        debit(new MerchantPayable(BAKER), eur(100)), credit(new Bank(), eur(100))))),
                row("the bank sends a settled payout back: owed to the merchant again")
                        .given(BAKER_ADDED, REQUESTED, SETTLED)
                        .when(FAIL)
                        .accepted(new PayoutFailed(
                                PAYOUT,
                                BAKER,
                                eur(100),
                                JournalEntry.of(
                                        debit(new Bank(), eur(100)), credit(new MerchantPayable(BAKER), eur(100))))),
                row("a payout that came back settles no second time")
                        .given(BAKER_ADDED, REQUESTED, SETTLED, RETURNED)
                        .when(SETTLE)
                        .alreadyKnown(),
                row("a payout comes back once")
                        .given(BAKER_ADDED, REQUESTED, SETTLED, RETURNED)
                        .when(FAIL)
                        .alreadyKnown(),
                row("a payout that settled after all settles once")
                        .given(BAKER_ADDED, REQUESTED, FAILED, SETTLED_AFTER_ALL)
                        .when(SETTLE)
                        .alreadyKnown(),
                row("a payout that settled after all fails no second time")
                        .given(BAKER_ADDED, REQUESTED, FAILED, SETTLED_AFTER_ALL)
                        .when(FAIL)
                        .alreadyKnown());
    }

    private static Stream<Row> nothingThere() {
        var nextDoor = new RequestPayout(NEIGHBOUR, PAYOUT, BAKER, null, null, List.of(owed(100)), POSITION, null);
        return Stream.of(
                row("nobody is paid out").when(all(owed(100))).absent(Absence.MERCHANT_NOT_FOUND),
                row("another ledger's merchant is not paid out")
                        .given(BAKER_ADDED)
                        .when(nextDoor)
                        .absent(Absence.MERCHANT_NOT_FOUND),
                row("no payout settles").when(SETTLE).absent(Absence.PAYOUT_NOT_FOUND),
                row("no payout fails").when(FAIL).absent(Absence.PAYOUT_NOT_FOUND),
                row("another ledger's payout does not settle")
                        .given(BAKER_ADDED, REQUESTED)
                        .when(new SettlePayout(NEIGHBOUR, PAYOUT))
                        .absent(Absence.PAYOUT_NOT_FOUND),
                row("another ledger's payout does not fail")
                        .given(BAKER_ADDED, REQUESTED)
                        .when(new FailPayout(NEIGHBOUR, PAYOUT))
                        .absent(Absence.PAYOUT_NOT_FOUND));
    }

    private static RequestPayout all(Payable... payables) {
        return ask(BAKER, null, null, payables);
    }

    private static RequestPayout ask(
            MerchantId merchant, @Nullable Currency currency, @Nullable Money amount, Payable... payables) {
        return new RequestPayout(LEDGER, PAYOUT, merchant, currency, amount, List.of(payables), POSITION, null);
    }

    /** As seen before anything was asked for. */
    private static Payable owed(long cents) {
        return new Payable(eur(cents), eur(0));
    }

    private static Money yen(long amount) {
        return new Money(amount, JPY);
    }

    private static PayoutRequested requested(PayoutId payout, Money amount) {
        return new PayoutRequested(LEDGER, payout, BAKER, amount, POSITION, null, entry(PAYABLE, IN_FLIGHT, amount));
    }

    private static PayoutSettled settled(Account from) {
        return new PayoutSettled(PAYOUT, BAKER, eur(100), entry(from, new Bank(), eur(100)));
    }

    private static PayoutFailed failed(Account from) {
        return new PayoutFailed(PAYOUT, BAKER, eur(100), entry(from, PAYABLE, eur(100)));
    }

    private static JournalEntry entry(Account from, Account to, Money amount) {
        return JournalEntry.of(debit(from, amount), credit(to, amount));
    }
}
