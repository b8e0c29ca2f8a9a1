package io.microwallet.api.export.table;

import static io.microwallet.api.export.table.BookedRow.row;

import java.util.stream.Stream;

/** ACCOUNTS.md over HTTP. The last rows want thirty days to pass, and the sweeper to come by. */
public final class BookedRows {
    private static final String UNCLAIMED = "money in that fits no wallet (succeeded after failed and closed, …)";
    private static final String UNEXPLAINED =
            "money out that fits nothing (a refund settled after it failed, an unknown chargeback, …)";

    private BookedRows() {}

    public static Stream<BookedRow> rows() {
        return Stream.of(
                        comingIn(),
                        holds(),
                        sales(),
                        refunds(),
                        disputes(),
                        payouts(),
                        settlements(),
                        misfits(),
                        inAMonth())
                .flatMap(rows -> rows);
    }

    private static Stream<BookedRow> comingIn() {
        return Stream.of(
                row("top-up succeeded 50", it -> it.wallet(50))
                        .books(
                                "top-up-succeeded",
                                "Assets:Processor:P:Clearing 50.00",
                                "Liabilities:Wallet:W:Cash:Available -50.00"),
                row(
                                "membership paid 20 (cash only)",
                                it -> it.wallet(20).credit(1).joins())
                        .books(
                                "membership-started",
                                "Liabilities:Wallet:W:Cash:Available 20.00",
                                "Liabilities:Membership:Deferred -20.00"),
                row(
                                "credit granted 10, paid for by the plan",
                                it -> it.wallet(20).joins())
                        .books(
                                "membership-credit-granted",
                                "Liabilities:Membership:Deferred 10.00",
                                "Liabilities:Wallet:W:Credit:Available -10.00"),
                row(
                                "credit granted 10, paid for by the plan",
                                it -> it.wallet(20).joinsAGenerousOne())
                        .books(
                                "membership-credit-granted",
                                "Liabilities:Membership:Deferred 20.00",
                                "Expenses:MembershipCredits 10.00",
                                "Liabilities:Wallet:W:Credit:Available -30.00"),
                row(
                                "credit granted 10, paid for by the plan",
                                it -> it.wallet(20).joins().visits().visits())
                        .books(
                                "attendance-rewarded",
                                "Liabilities:Membership:Deferred 3.00",
                                "Liabilities:Wallet:W:Credit:Available -3.00"),
                row("credit granted 10, promotional", it -> it.wallet(0).credit(10))
                        .books(
                                "credit-granted",
                                "Expenses:MembershipCredits 10.00",
                                "Liabilities:Wallet:W:Credit:Available -10.00"));
    }

    private static Stream<BookedRow> holds() {
        return Stream.of(
                row("hold placed 30", it -> it.wallet(50).credit(10).hold(30))
                        .books(
                                "hold-placed",
                                "Liabilities:Wallet:W:Credit:Available 10.00",
                                "Liabilities:Wallet:W:Cash:Available 20.00",
                                "Liabilities:Wallet:W:Credit:Held -10.00",
                                "Liabilities:Wallet:W:Cash:Held -20.00"),
                row(
                                "captured 25 of 30, final, commission 2",
                                it -> it.capture(it.wallet(50).credit(10).hold(30), 25))
                        .books(
                                "hold-captured",
                                "Liabilities:Wallet:W:Credit:Held 10.00",
                                "Liabilities:Wallet:W:Cash:Held 20.00",
                                "Liabilities:Merchant:M:Payable -23.00",
                                "Income:Commission -2.00",
                                "Liabilities:Wallet:W:Cash:Available -5.00"),
                row(
                                "captured 25 of 30, final, commission 2",
                                it -> it.capture(it.wallet(50).credit(10).holdAtOwnShop(30), 25))
                        .books(
                                "hold-captured",
                                "Liabilities:Wallet:W:Credit:Held 10.00",
                                "Liabilities:Wallet:W:Cash:Held 20.00",
                                "Income:Sales:M -25.00",
                                "Liabilities:Wallet:W:Cash:Available -5.00"),
                row("voided or expired", it -> it.letGo(it.wallet(50).credit(10).hold(30)))
                        .books(
                                "hold-voided",
                                "Liabilities:Wallet:W:Credit:Held 10.00",
                                "Liabilities:Wallet:W:Cash:Held 20.00",
                                "Liabilities:Wallet:W:Credit:Available -10.00",
                                "Liabilities:Wallet:W:Cash:Available -20.00"));
    }

    private static Stream<BookedRow> sales() {
        return Stream.of(
                row("purchase (no hold)", it -> it.wallet(50).credit(10).buy(25))
                        .books(
                                "purchased",
                                "Liabilities:Wallet:W:Credit:Available 10.00",
                                "Liabilities:Wallet:W:Cash:Available 15.00",
                                "Liabilities:Merchant:M:Payable -23.00",
                                "Income:Commission -2.00"),
                row("purchase (no hold)", it -> it.wallet(50).credit(10).buyAtOwnShop(25))
                        .books(
                                "purchased",
                                "Liabilities:Wallet:W:Credit:Available 10.00",
                                "Liabilities:Wallet:W:Cash:Available 15.00",
                                "Income:Sales:M -25.00"));
    }

    private static Stream<BookedRow> refunds() {
        return Stream.of(
                row(
                                "refund to the wallet",
                                it -> it.refundToWallet(it.wallet(50).credit(10).buy(25)))
                        .books(
                                "purchase-refunded",
                                "Liabilities:Merchant:M:Payable 23.00",
                                "Income:Commission 2.00",
                                "Liabilities:Wallet:W:Credit:Available -10.00",
                                "Liabilities:Wallet:W:Cash:Available -15.00"),
                row(
                                "refund to the source requested",
                                it -> it.refundToSource(it.wallet(50).credit(10).buy(25)))
                        .books(
                                "purchase-refunded",
                                "Liabilities:Merchant:M:Payable 23.00",
                                "Income:Commission 2.00",
                                "Liabilities:RefundsInFlight:P -15.00",
                                "Liabilities:Wallet:W:Credit:Available -10.00"),
                row(
                                "unspent balance returned to the source requested",
                                it -> it.wallet(40).returnUnspent())
                        .books(
                                "unspent-returned",
                                "Liabilities:Wallet:W:Cash:Available 40.00",
                                "Liabilities:RefundsInFlight:P -40.00"),
                row("either of them settled / failed", it -> it.wallet(41).returnUnspent())
                        .books(
                                "refund-settled",
                                "Liabilities:RefundsInFlight:P 41.00",
                                "Assets:Processor:P:Clearing -41.00"),
                row(
                                "either of them settled / failed",
                                it -> it.refundToSource(
                                        it.walletOfAClosedAccount().buy(25)))
                        .books(
                                "refund-failed",
                                "Liabilities:RefundsInFlight:P 25.00",
                                "Liabilities:Wallet:W:Cash:Available -25.00"));
    }

    private static Stream<BookedRow> disputes() {
        return Stream.of(
                row("chargeback 50 with a fee of 15", it -> {
                            it.wallet(50).buy(30);
                            it.chargeBackWithFee();
                        })
                        .books(
                                "charged-back",
                                "Liabilities:Wallet:W:Cash:Available 20.00",
                                "Assets:Receivable:Chargebacks:W 30.00",
                                "Expenses:ProcessorFees:P 15.00",
                                "Assets:Processor:P:Clearing -65.00"),
                row("dispute won 50", it -> {
                            it.wallet(50).buy(30);
                            var chargeback = it.chargeBack("");
                            it.writeOff(10);
                            it.win(chargeback);
                        })
                        .books(
                                "dispute-won",
                                "Assets:Processor:P:Clearing 50.00",
                                "Assets:Receivable:Chargebacks:W -20.00",
                                "Expenses:BadDebt -10.00",
                                "Liabilities:Wallet:W:Cash:Available -20.00"),
                row("receivable collected / written off", it -> {
                            it.wallet(50).buy(30);
                            it.chargeBack("");
                            it.topUp(30).collect(30);
                        })
                        .books(
                                "receivable-collected",
                                "Liabilities:Wallet:W:Cash:Available 30.00",
                                "Assets:Receivable:Chargebacks:W -30.00"),
                row("receivable collected / written off", it -> {
                            it.wallet(50).buy(30);
                            it.chargeBack("");
                            it.writeOff(30);
                        })
                        .books(
                                "receivable-written-off",
                                "Expenses:BadDebt 30.00",
                                "Assets:Receivable:Chargebacks:W -30.00"));
    }

    private static Stream<BookedRow> payouts() {
        var name = "merchant payout requested / settled / failed";
        return Stream.of(
                row(name, it -> it.payOut(4))
                        .books(
                                "payout-requested",
                                "Liabilities:Merchant:M:Payable 4.00",
                                "Liabilities:PayoutsInFlight:M -4.00"),
                row(name, it -> it.payout(it.payOut(5), "settle"))
                        .books("payout-settled", "Liabilities:PayoutsInFlight:M 5.00", "Assets:Bank -5.00"),
                row(name, it -> it.payout(it.payOut(6), "fail"))
                        .books(
                                "payout-failed",
                                "Liabilities:PayoutsInFlight:M 6.00",
                                "Liabilities:Merchant:M:Payable -6.00"));
    }

    private static Stream<BookedRow> settlements() {
        return Stream.of(row("processor payout matched", it -> it.processorPaysOut(48, 2))
                .books(
                        "processor-paid-out",
                        "Assets:Bank 48.00",
                        "Expenses:ProcessorFees:P 2.00",
                        "Assets:Processor:P:Clearing -50.00"));
    }

    private static Stream<BookedRow> misfits() {
        return Stream.of(
                row(UNCLAIMED, Evening::topUpOfAClosedWalletSucceeds)
                        .books("top-up-unclaimed", "Assets:Processor:P:Clearing 50.00", "Liabilities:Unclaimed -50.00"),
                row(UNCLAIMED, it -> {
                            var refund = it.wallet(42).returnUnspent();
                            it.close();
                            it.refundFailsAfterAll(refund);
                        })
                        .books("refund-unclaimed", "Assets:Processor:P:Clearing 42.00", "Liabilities:Unclaimed -42.00"),
                row(UNEXPLAINED, it -> {
                            var refund = it.refundToSource(
                                    it.walletOfAClosedAccount().buy(30));
                            it.buy(40);
                            it.refundSettlesAfterAll(refund);
                        })
                        .books(
                                "refund-settled-after-failed",
                                "Liabilities:Wallet:W:Cash:Available 10.00",
                                "Assets:Receivable:Chargebacks:W 20.00",
                                "Assets:Processor:P:Clearing -30.00"),
                row(UNEXPLAINED, Evening::chargeBackOfNobody)
                        .books("charged-back", "Assets:Unexplained:P 50.00", "Assets:Processor:P:Clearing -50.00"));
    }

    private static Stream<BookedRow> inAMonth() {
        return Stream.of(
                row("membership paid 20 (cash only)", it -> it.wallet(50).joins())
                        .books(
                                "membership-renewed",
                                "Liabilities:Wallet:W:Cash:Available 20.00",
                                "Liabilities:Membership:Deferred -20.00"),
                row("membership period over", it -> it.wallet(20).joins())
                        .books(
                                "membership-period-ended",
                                "Liabilities:Membership:Deferred 10.00",
                                "Income:Memberships -10.00"),
                row("paid credit expired", it -> it.wallet(20).joins())
                        .books(
                                "credit-expired",
                                "Liabilities:Wallet:W:Credit:Available 10.00",
                                "Income:Breakage -10.00"),
                row("promotional credit expired", it -> it.wallet(0).creditForAWeek(11))
                        .books(
                                "credit-expired",
                                "Liabilities:Wallet:W:Credit:Available 11.00",
                                "Expenses:MembershipCredits -11.00"),
                row("promotional credit expired", it -> it.wallet(0).creditOfMerchantForAWeek(12))
                        .books(
                                "credit-expired",
                                "Liabilities:Wallet:W:Credit:Available 12.00",
                                "Liabilities:Merchant:M:Payable -12.00"),
                row(
                                "promotional credit expired",
                                it -> it.wallet(0).creditForAMinute(13).hold(13))
                        .books(
                                "hold-expired",
                                "Liabilities:Wallet:W:Credit:Held 13.00",
                                "Expenses:MembershipCredits -13.00"),
                row("voided or expired", it -> it.wallet(50).credit(14).hold(30))
                        .books(
                                "hold-expired",
                                "Liabilities:Wallet:W:Credit:Held 14.00",
                                "Liabilities:Wallet:W:Cash:Held 16.00",
                                "Liabilities:Wallet:W:Credit:Available -14.00",
                                "Liabilities:Wallet:W:Cash:Available -16.00"));
    }
}
