package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.BAKER;
import static io.microwallet.core.given.PopUp.BAKER_ADDED;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.OWN_SHOP;
import static io.microwallet.core.given.PopUp.OWN_SHOP_ADDED;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.cash;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.PopUp.succeeded;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Row.row;
import static io.microwallet.core.given.Stall.MARKET_CREATED;
import static io.microwallet.core.journal.Posting.credit;
import static io.microwallet.core.journal.Posting.debit;

import io.microwallet.core.given.Row;
import io.microwallet.core.given.Stall;
import io.microwallet.core.journal.Account.Commission;
import io.microwallet.core.journal.Account.MerchantPayable;
import io.microwallet.core.journal.Account.Sales;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.merchant.MerchantEvent.MerchantAdded;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpEvent.PopUpCreated;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.purchase.PurchaseRefusal;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a wallet pays a merchant. The wallet has two lots: 30.00 and 20.00. */
final class PurchaseRows {
    private static final PurchaseId PURCHASE = new PurchaseId(new UUID(8, 1));
    private static final PopUpId MARKET = Stall.MARKET;
    private static final TopUpId FIRST = new TopUpId(new UUID(6, 1));
    private static final TopUpId SECOND = new TopUpId(new UUID(6, 2));
    private static final WalletClosed CLOSED = new WalletClosed(WALLET);
    private static final MerchantAdded BAKER_NEXT_DOOR =
            new MerchantAdded(NEIGHBOUR, BAKER, MerchantKind.THIRD_PARTY, 250, NAME, null);
    private static final WalletOpened OPENED_NEXT_DOOR = new WalletOpened(NEIGHBOUR, WALLET, TILL, null, null);

    private PurchaseRows() {}

    static Stream<Row> rows() {
        return Stream.of(sales(), absences(), closedAndFrozen(), times(), funds())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> sales() {
        var all = Parts.of(part(FIRST, 3_000), part(SECOND, 2_000));
        return Stream.of(
                row("a sale of a third party")
                        .given(with(BAKER_ADDED))
                        .when(buy(BAKER, eur(1_000), null))
                        .accepted(sold(BAKER, 1_000, 25, Parts.of(part(FIRST, 1_000)), null, theirs(1_000, 25))),
                row("a sale over two lots, oldest first")
                        .given(with(BAKER_ADDED))
                        .when(buy(BAKER, eur(3_300), null))
                        .accepted(sold(
                                BAKER,
                                3_300,
                                82,
                                Parts.of(part(FIRST, 3_000), part(SECOND, 300)),
                                null,
                                theirs(3_300, 82))),
                row("a sale of all that there is")
                        .given(with(BAKER_ADDED))
                        .when(buy(BAKER, eur(5_000), null))
                        .accepted(sold(BAKER, 5_000, 125, all, null, theirs(5_000, 125))),
                row("a sale too small for a commission")
                        .given(with(BAKER_ADDED))
                        .when(buy(BAKER, eur(1), null))
                        .accepted(sold(BAKER, 1, 0, Parts.of(part(FIRST, 1)), null, List.of(payable(1)))),
                row("a sale that is all commission")
                        .given(with(new MerchantAdded(LEDGER, BAKER, MerchantKind.THIRD_PARTY, 10_000, NAME, null)))
                        .when(buy(BAKER, eur(9), null))
                        .accepted(sold(BAKER, 9, 9, Parts.of(part(FIRST, 9)), null, List.of(commission(9)))),
                row("a sale of an own shop")
                        .given(with(OWN_SHOP_ADDED))
                        .when(buy(OWN_SHOP, eur(1_000), null))
                        .accepted(sold(OWN_SHOP, 1_000, 0, Parts.of(part(FIRST, 1_000)), null, ours(1_000))));
    }

    private static Stream<Row> absences() {
        var buy = buy(BAKER, eur(1_000), null);
        return Stream.of(
                row("no wallet pays").given(BAKER_ADDED).when(buy).absent(Absence.WALLET_NOT_FOUND),
                row("another ledger's wallet does not pay")
                        .given(OPENED_NEXT_DOOR, BAKER_ADDED)
                        .when(buy)
                        .absent(Absence.WALLET_NOT_FOUND),
                row("an erased wallet does not pay")
                        .given(OPENED, CLOSED, new WalletErased(WALLET), BAKER_ADDED)
                        .when(buy)
                        .absent(Absence.WALLET_ERASED),
                row("a pop-up that is not there is not named")
                        .given(OPENED, BAKER_ADDED)
                        .when(buy)
                        .absent(Absence.POP_UP_NOT_FOUND),
                row("another ledger's pop-up is not named")
                        .given(
                                OPENED,
                                BAKER_ADDED,
                                new PopUpCreated(NEIGHBOUR, MARKET, NAME, Row.EARLIER, NOW, ZoneOffset.UTC, null))
                        .when(buy)
                        .absent(Absence.POP_UP_NOT_FOUND),
                row("no merchant is paid").given(OPENED).when(buy).absent(Absence.MERCHANT_NOT_FOUND),
                row("another ledger's merchant is not paid")
                        .given(with(BAKER_NEXT_DOOR))
                        .when(buy)
                        .absent(Absence.MERCHANT_NOT_FOUND));
    }

    private static Stream<Row> closedAndFrozen() {
        return Stream.of(
                row("a closed wallet does not pay, whatever the time")
                        .given(OPENED, CLOSED, BAKER_ADDED, MARKET_CREATED)
                        .when(buy(BAKER, eur(1), NOW.plusSeconds(1)))
                        .refused(PurchaseRefusal.WALLET_CLOSED),
                row("a frozen wallet does not pay, whatever the time and the amount")
                        .given(with(BAKER_ADDED, new WalletFrozen(WALLET)))
                        .when(buy(BAKER, eur(9_999), NOW.plusSeconds(1)))
                        .refused(PurchaseRefusal.WALLET_FROZEN));
    }

    private static Stream<Row> times() {
        var oldest = NOW.minus(EffectiveTime.AGE_MAX);
        return Stream.of(
                row("a sale of a year ago")
                        .given(with(BAKER_ADDED))
                        .when(buy(BAKER, eur(1_000), oldest))
                        .accepted(sold(BAKER, 1_000, 25, Parts.of(part(FIRST, 1_000)), oldest, theirs(1_000, 25))),
                row("a sale of the future, whatever the amount")
                        .given(with(BAKER_ADDED))
                        .when(buy(BAKER, eur(9_999), NOW.plusNanos(1_000)))
                        .refused(PurchaseRefusal.EFFECTIVE_TIME_IN_FUTURE),
                row("a sale of long ago, whatever the amount")
                        .given(with(BAKER_ADDED))
                        .when(buy(BAKER, eur(9_999), oldest.minusNanos(1_000)))
                        .refused(PurchaseRefusal.EFFECTIVE_TIME_TOO_OLD));
    }

    private static Stream<Row> funds() {
        return Stream.of(
                row("a cent more than there is")
                        .given(with(BAKER_ADDED))
                        .when(buy(BAKER, eur(5_001), null))
                        .refused(PurchaseRefusal.INSUFFICIENT_FUNDS),
                row("more than can ever be there")
                        .given(with(BAKER_ADDED))
                        .when(buy(BAKER, eur(Money.AMOUNT_MAX), null))
                        .refused(PurchaseRefusal.INSUFFICIENT_FUNDS),
                row("an empty wallet does not pay")
                        .given(OPENED, BAKER_ADDED, MARKET_CREATED)
                        .when(buy(BAKER, eur(1), null))
                        .refused(PurchaseRefusal.INSUFFICIENT_FUNDS),
                row("pending money does not pay")
                        .given(OPENED, requested(FIRST, eur(3_000)), BAKER_ADDED, MARKET_CREATED)
                        .when(buy(BAKER, eur(1), null))
                        .refused(PurchaseRefusal.INSUFFICIENT_FUNDS),
                row("money of another currency does not pay")
                        .given(with(BAKER_ADDED))
                        .when(buy(BAKER, Money.of(1, "JPY"), null))
                        .refused(PurchaseRefusal.CURRENCY_NOT_HELD));
    }

    private static Event[] with(Event... more) {
        var topUps = Stream.of(
                OPENED,
                MARKET_CREATED,
                requested(FIRST, eur(3_000)),
                succeeded(FIRST, eur(3_000), eur(3_000)),
                requested(SECOND, eur(2_000)),
                succeeded(SECOND, eur(2_000), eur(5_000)));
        return Stream.concat(topUps, Stream.of(more)).toArray(Event[]::new);
    }

    private static Purchase buy(MerchantId merchant, Money amount, @Nullable Instant effective) {
        return new Purchase(LEDGER, PURCHASE, WALLET, merchant, TILL, amount, MARKET, NAME, effective);
    }

    private static Purchased sold(
            MerchantId merchant,
            long cents,
            long commission,
            Parts parts,
            @Nullable Instant effective,
            List<Posting> credits) {
        var postings = Stream.concat(Stream.of(debit(cash(), eur(cents))), credits.stream());
        return new Purchased(
                LEDGER,
                PURCHASE,
                WALLET,
                merchant,
                TILL,
                eur(cents),
                eur(commission),
                eur(5_000 - cents),
                parts.lots(),
                MARKET,
                NAME,
                effective,
                new JournalEntry(postings.toList()));
    }

    private static List<Posting> theirs(long cents, long commission) {
        return List.of(payable(cents - commission), commission(commission));
    }

    private static List<Posting> ours(long cents) {
        return List.of(credit(new Sales(OWN_SHOP), eur(cents)));
    }

    private static Posting payable(long cents) {
        return credit(new MerchantPayable(BAKER), eur(cents));
    }

    private static Posting commission(long cents) {
        return credit(new Commission(), eur(cents));
    }

    private static Lot part(TopUpId topUp, long cents) {
        return Lot.cash(LotId.of(topUp), eur(cents), Row.EARLIER);
    }

    private record Parts(List<Lot> lots) {
        static Parts of(Lot... lots) {
            return new Parts(List.of(lots));
        }
    }
}
