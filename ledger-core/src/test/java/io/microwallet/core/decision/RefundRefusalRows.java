package io.microwallet.core.decision;

import static io.microwallet.core.decision.RefundRows.HALF;
import static io.microwallet.core.decision.RefundRows.ofOwnShop;
import static io.microwallet.core.decision.RefundRows.ownSale;
import static io.microwallet.core.decision.Returns.CLEARING;
import static io.microwallet.core.decision.Returns.CLOSED;
import static io.microwallet.core.decision.Returns.CREDIT;
import static io.microwallet.core.decision.Returns.ERASED;
import static io.microwallet.core.decision.Returns.FIRST;
import static io.microwallet.core.decision.Returns.OTHER;
import static io.microwallet.core.decision.Returns.PURCHASE;
import static io.microwallet.core.decision.Returns.REFUND;
import static io.microwallet.core.decision.Returns.SECOND;
import static io.microwallet.core.decision.Returns.chargedBack;
import static io.microwallet.core.decision.Returns.dispute;
import static io.microwallet.core.decision.Returns.grant;
import static io.microwallet.core.decision.Returns.lot;
import static io.microwallet.core.decision.Returns.paid;
import static io.microwallet.core.decision.Returns.refund;
import static io.microwallet.core.decision.Returns.refunded;
import static io.microwallet.core.given.PopUp.BAKER;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.OWN_SHOP_ADDED;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.cash;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.PopUp.succeeded;
import static io.microwallet.core.given.Row.EARLIER;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Row.row;
import static io.microwallet.core.journal.Posting.credit;
import static io.microwallet.core.journal.Posting.debit;
import static io.microwallet.core.refund.RefundTarget.SOURCE;
import static io.microwallet.core.refund.RefundTarget.WALLET;

import io.microwallet.core.decision.Returns.Undone;
import io.microwallet.core.given.PopUp;
import io.microwallet.core.given.Row;
import io.microwallet.core.money.Money;
import io.microwallet.core.refund.RefundCommand.RefundPurchase;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundRefusal;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** When a purchase is not undone. */
final class RefundRefusalRows {
    private static final PurchaseRefunded ALL = refunded(
            OTHER,
            WALLET,
            112,
            6_000,
            Undone.toWallet(grant(1_000), lot(FIRST, 3_000), lot(SECOND, 500)),
            credit(CREDIT, eur(1_000)),
            credit(cash(), eur(3_500)));

    private RefundRefusalRows() {}

    static Stream<Row> rows() {
        return Stream.of(absences(), refusals(), limits()).flatMap(rows -> rows);
    }

    private static Stream<Row> absences() {
        var order = refund(null, WALLET);
        var nextDoor = new WalletOpened(NEIGHBOUR, PopUp.WALLET, TILL, null, null);
        return Stream.of(
                row("no wallet is refunded").given().when(order).absent(Absence.WALLET_NOT_FOUND),
                row("another ledger's wallet is not refunded")
                        .given(nextDoor)
                        .when(order)
                        .absent(Absence.WALLET_NOT_FOUND),
                row("an erased wallet is not refunded")
                        .given(OPENED, CLOSED, ERASED)
                        .when(order)
                        .absent(Absence.WALLET_ERASED),
                row("no purchase is refunded").given(OPENED).when(order).absent(Absence.PURCHASE_NOT_FOUND),
                row("no purchase of a closed wallet is refunded")
                        .given(OPENED, CLOSED)
                        .when(order)
                        .absent(Absence.PURCHASE_NOT_FOUND),
                row("a purchase at another merchant is not refunded")
                        .given(paid(OWN_SHOP_ADDED))
                        .when(ofOwnShop())
                        .absent(Absence.PURCHASE_NOT_FOUND),
                row("a merchant that is not there refunds nothing")
                        .given(OPENED, requested(FIRST, eur(400)), succeeded(FIRST, eur(400), eur(400)), ownSale(400))
                        .when(ofOwnShop())
                        .absent(Absence.MERCHANT_NOT_FOUND));
    }

    private static Stream<Row> refusals() {
        return Stream.of(
                row("the same refund twice, whatever it asks for")
                        .given(paid(HALF))
                        .when(refund(OTHER, eur(9_999), WALLET, NOW.plusSeconds(1)))
                        .refused(RefundRefusal.REFUND_ALREADY_EXISTS),
                row("a closed wallet takes no refund, whatever the time")
                        .given(paid(CLOSED))
                        .when(refund(REFUND, eur(1), WALLET, NOW.plusSeconds(1)))
                        .refused(RefundRefusal.WALLET_CLOSED),
                row("a refund of the future, whatever the amount")
                        .given(paid())
                        .when(refund(REFUND, eur(9_999), WALLET, NOW.plusNanos(1_000)))
                        .refused(RefundRefusal.EFFECTIVE_TIME_IN_FUTURE),
                row("a refund of long ago, whatever the currency")
                        .given(paid())
                        .when(refund(
                                REFUND,
                                Money.of(1, "JPY"),
                                WALLET,
                                NOW.minus(EffectiveTime.AGE_MAX).minusNanos(1_000)))
                        .refused(RefundRefusal.EFFECTIVE_TIME_TOO_OLD),
                row("a refund of before the purchase, whatever the currency")
                        .given(paid())
                        .when(refund(REFUND, Money.of(1, "JPY"), WALLET, EARLIER.minusNanos(1_000)))
                        .refused(RefundRefusal.EFFECTIVE_BEFORE_PURCHASE),
                row("a refund in another currency, though all is given back")
                        .given(paid(ALL))
                        .when(refund(Money.of(1, "JPY"), WALLET))
                        .refused(RefundRefusal.REFUND_CURRENCY_DIFFERS),
                row("all is given back already")
                        .given(paid(ALL))
                        .when(refund(null, WALLET))
                        .refused(RefundRefusal.PURCHASE_ALREADY_REFUNDED),
                row("a cent more when all is given back")
                        .given(paid(ALL))
                        .when(refund(eur(1), SOURCE))
                        .refused(RefundRefusal.PURCHASE_ALREADY_REFUNDED),
                row("twin refunds: the second 60 of 100 is one too many")
                        .given(paid(refunded(
                                OTHER,
                                WALLET,
                                67,
                                4_200,
                                Undone.toWallet(lot(FIRST, 2_200), lot(SECOND, 500)),
                                credit(cash(), eur(2_700)))))
                        .when(refund(eur(2_700), WALLET))
                        .refused(RefundRefusal.REFUND_EXCEEDS_PURCHASE),
                row("a cent more than was paid")
                        .given(paid())
                        .when(refund(eur(4_501), SOURCE))
                        .refused(RefundRefusal.REFUND_EXCEEDS_PURCHASE),
                row("a source is never asked for what was charged back")
                        .given(paid(chargedBack(
                                dispute(SECOND, 1_600, null),
                                List.of(lot(SECOND, 1_500)),
                                100,
                                0L,
                                debit(cash(), eur(1_500)),
                                debit(Returns.OWED, eur(100)),
                                credit(CLEARING, eur(1_600)))))
                        .when(refund(eur(500), SOURCE))
                        .refused(RefundRefusal.SOURCE_EXHAUSTED),
                row("a source that nobody named is not asked")
                        .given(paid())
                        .when(withoutSources())
                        .refused(RefundRefusal.SOURCE_EXHAUSTED));
    }

    private static RefundPurchase withoutSources() {
        return new RefundPurchase(
                LEDGER, REFUND, PURCHASE, PopUp.WALLET, BAKER, TILL, eur(1), SOURCE, List.of(FIRST), null, null);
    }

    private static Stream<Row> limits() {
        var topUp = new TopUpId(new UUID(6, 3));
        return Stream.of(
                row("a refund that can be counted no more")
                        .given(paid(
                                requested(topUp, eur(1)),
                                succeeded(topUp, eur(Money.AMOUNT_MAX - 1_501), eur(Money.AMOUNT_MAX - 1))))
                        .when(refund(eur(500), WALLET))
                        .refused(RefundRefusal.BALANCE_TOO_LARGE),
                row("a refund that can be counted no more, into a wallet full of lots")
                        .given(fullOfLots(
                                requested(topUp, eur(1)),
                                succeeded(topUp, eur(Money.AMOUNT_MAX - 2_500), eur(Money.AMOUNT_MAX - 1))))
                        .when(refund(eur(501), WALLET))
                        .refused(RefundRefusal.BALANCE_TOO_LARGE),
                row("a refund into a wallet full of lots")
                        .given(fullOfLots())
                        .when(refund(eur(501), WALLET))
                        .refused(RefundRefusal.TOO_MANY_OPEN_LOTS));
    }

    private static Event[] fullOfLots(Event... more) {
        var events = new ArrayList<>(List.of(paid()));
        for (var i = 0; i < 999; i++) {
            var topUp = new TopUpId(new UUID(7, i));
            events.add(requested(topUp, eur(1)));
            events.add(succeeded(topUp, eur(1), eur(1_501 + i)));
        }
        events.addAll(List.of(more));
        return events.toArray(Event[]::new);
    }
}
