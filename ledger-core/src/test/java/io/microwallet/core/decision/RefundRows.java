package io.microwallet.core.decision;

import static io.microwallet.core.decision.Returns.CREDIT;
import static io.microwallet.core.decision.Returns.FIRST;
import static io.microwallet.core.decision.Returns.IN_FLIGHT;
import static io.microwallet.core.decision.Returns.OTHER;
import static io.microwallet.core.decision.Returns.PURCHASE;
import static io.microwallet.core.decision.Returns.REFUND;
import static io.microwallet.core.decision.Returns.SECOND;
import static io.microwallet.core.decision.Returns.entry;
import static io.microwallet.core.decision.Returns.grant;
import static io.microwallet.core.decision.Returns.lot;
import static io.microwallet.core.decision.Returns.paid;
import static io.microwallet.core.decision.Returns.paidUntil;
import static io.microwallet.core.decision.Returns.part;
import static io.microwallet.core.decision.Returns.refund;
import static io.microwallet.core.decision.Returns.refunded;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.OWN_SHOP;
import static io.microwallet.core.given.PopUp.OWN_SHOP_ADDED;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.cash;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.PopUp.succeeded;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Row.row;
import static io.microwallet.core.journal.Posting.credit;
import static io.microwallet.core.journal.Posting.debit;
import static io.microwallet.core.refund.RefundTarget.SOURCE;
import static io.microwallet.core.refund.RefundTarget.WALLET;

import io.microwallet.core.decision.Returns.Undone;
import io.microwallet.core.given.PopUp;
import io.microwallet.core.given.Row;
import io.microwallet.core.id.DerivedUuid;
import io.microwallet.core.journal.Account.Sales;
import io.microwallet.core.ledger.LedgerEvent.LimitsChanged;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.refund.RefundCommand.RefundPurchase;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** When a purchase is undone. */
final class RefundRows {
    static final PurchaseRefunded HALF = refunded(
            OTHER, WALLET, 56, 3_750, Undone.toWallet(lot(FIRST, 1_750), lot(SECOND, 500)), credit(cash(), eur(2_250)));

    private RefundRows() {}

    static Stream<Row> rows() {
        return Stream.of(toWallet(), commission(), expired(), toSource()).flatMap(rows -> rows);
    }

    static Stream<Row> toWallet() {
        return Stream.of(
                row("refund to the wallet: what the purchase credited, to the exact lots")
                        .given(paid())
                        .when(refund(null, WALLET))
                        .accepted(refunded(
                                REFUND,
                                WALLET,
                                112,
                                6_000,
                                Undone.toWallet(grant(1_000), lot(FIRST, 3_000), lot(SECOND, 500)),
                                credit(CREDIT, eur(1_000)),
                                credit(cash(), eur(3_500)))),
                row("a partial refund undoes what was taken last")
                        .given(paid())
                        .when(refund(eur(500), WALLET))
                        .accepted(refunded(
                                REFUND,
                                WALLET,
                                12,
                                2_000,
                                Undone.toWallet(lot(SECOND, 500)),
                                credit(cash(), eur(500)))),
                row("the next partial refund goes on where the last one ended")
                        .given(paid(HALF))
                        .when(refund(eur(2_000), WALLET))
                        .accepted(refunded(
                                REFUND,
                                WALLET,
                                50,
                                5_750,
                                Undone.toWallet(grant(750), lot(FIRST, 1_250)),
                                credit(CREDIT, eur(750)),
                                credit(cash(), eur(1_250)))),
                row("the rest of a purchase")
                        .given(paid(HALF))
                        .when(refund(null, WALLET))
                        .accepted(refunded(
                                REFUND,
                                WALLET,
                                56,
                                6_000,
                                Undone.toWallet(grant(1_000), lot(FIRST, 1_250)),
                                credit(CREDIT, eur(1_000)),
                                credit(cash(), eur(1_250)))),
                row("a frozen wallet takes refunds")
                        .given(paid(new WalletFrozen(PopUp.WALLET)))
                        .when(refund(eur(500), WALLET))
                        .accepted(refunded(
                                REFUND,
                                WALLET,
                                12,
                                2_000,
                                Undone.toWallet(lot(SECOND, 500)),
                                credit(cash(), eur(500)))));
    }

    static Stream<Row> commission() {
        var undone = List.of(lot(FIRST, 400));
        return Stream.of(
                row("commission follows the running total: a cent and a half is no cent, and then two")
                        .given(paid(HALF))
                        // 2.5% of 22.10 is 55.25 cents: of the 56 that are left, one goes back.
                        .when(refund(eur(40), WALLET))
                        .accepted(refunded(
                                REFUND, WALLET, 1, 3_790, Undone.toWallet(lot(FIRST, 40)), credit(cash(), eur(40)))),
                row("a refund of an own shop's sale is no income")
                        .given(
                                OPENED,
                                OWN_SHOP_ADDED,
                                requested(FIRST, eur(400)),
                                succeeded(FIRST, eur(400), eur(400)),
                                ownSale(400))
                        .when(ofOwnShop())
                        .accepted(new PurchaseRefunded(
                                LEDGER,
                                REFUND,
                                PURCHASE,
                                PopUp.WALLET,
                                OWN_SHOP,
                                TILL,
                                eur(400),
                                eur(0),
                                WALLET,
                                undone,
                                undone,
                                List.of(),
                                eur(400),
                                null,
                                null,
                                null,
                                entry(debit(new Sales(OWN_SHOP), eur(400)), credit(cash(), eur(400))))));
    }

    static Stream<Row> expired() {
        var threeDays = new LimitsChanged(LEDGER, TILL, new Limits(List.of(), List.of(), 50, 20, 200, 3));
        return Stream.of(
                expired("a refund into an expired lot becomes a new lot with the refund grace", 14),
                expired("the refund grace is the ledger's", 3, PopUp.LEDGER_CREATED, threeDays));
    }

    static Row expired(String name, int days, Event... ledger) {
        var ended = NOW;
        var grace = Lot.credit(
                new LotId(DerivedUuid.of("lot", REFUND.text(), Returns.GRANT.text())),
                eur(1_000),
                NOW,
                NOW.plus(Duration.ofDays(days)),
                Funder.plan());
        var parts = List.of(grant(1_000, ended), lot(FIRST, 3_000), lot(SECOND, 500));
        return row(name)
                .given(paidUntil(ended, ledger))
                .when(refund(null, WALLET))
                .accepted(refunded(
                        REFUND,
                        WALLET,
                        112,
                        6_000,
                        Undone.of(parts, List.of(grace, lot(FIRST, 3_000), lot(SECOND, 500))),
                        credit(CREDIT, eur(1_000)),
                        credit(cash(), eur(3_500))));
    }

    static Stream<Row> toSource() {
        return Stream.of(
                row("refund to the source requested: cash in flight, the credit part to its lots at once")
                        .given(paid())
                        .when(refund(null, SOURCE))
                        .accepted(refunded(
                                REFUND,
                                SOURCE,
                                112,
                                2_500,
                                Undone.of(
                                        List.of(grant(1_000), lot(FIRST, 3_000), lot(SECOND, 500)),
                                        List.of(grant(1_000)),
                                        part(FIRST, 3_000),
                                        part(SECOND, 500)),
                                credit(CREDIT, eur(1_000)),
                                credit(IN_FLIGHT, eur(3_500)))),
                row("a purchase of an own merchant too small for a commission")
                        .given(paid())
                        .when(refund(eur(10), SOURCE))
                        .accepted(refunded(
                                REFUND,
                                SOURCE,
                                0,
                                1_500,
                                Undone.of(List.of(lot(SECOND, 10)), List.of(), part(SECOND, 10)),
                                credit(IN_FLIGHT, eur(10)))));
    }

    static Purchased ownSale(long cents) {
        return new Purchased(
                LEDGER,
                PURCHASE,
                PopUp.WALLET,
                OWN_SHOP,
                TILL,
                eur(cents),
                eur(0),
                eur(0),
                List.of(lot(FIRST, cents)),
                null,
                null,
                null,
                entry(debit(cash(), eur(cents)), credit(new Sales(OWN_SHOP), eur(cents))));
    }

    static RefundPurchase ofOwnShop() {
        return new RefundPurchase(
                LEDGER, REFUND, PURCHASE, PopUp.WALLET, OWN_SHOP, TILL, null, WALLET, List.of(), null, null);
    }
}
