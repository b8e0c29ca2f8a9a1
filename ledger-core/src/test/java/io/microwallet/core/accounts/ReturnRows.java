package io.microwallet.core.accounts;

import static io.microwallet.core.accounts.AccountRow.row;
import static io.microwallet.core.refund.RefundTarget.SOURCE;
import static io.microwallet.core.refund.RefundTarget.WALLET;

import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableCollected;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableWrittenOff;
import io.microwallet.core.payout.PayoutEvent.PayoutFailed;
import io.microwallet.core.payout.PayoutEvent.PayoutRequested;
import io.microwallet.core.payout.PayoutEvent.PayoutSettled;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundEvent.RefundFailed;
import io.microwallet.core.refund.RefundEvent.RefundSettled;
import io.microwallet.core.refund.RefundEvent.RefundSettledAfterFailed;
import io.microwallet.core.refund.RefundEvent.RefundUnclaimed;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPaidOut;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import java.util.stream.Stream;

/** What is booked when money goes back, is taken back, is paid out, and where it fits nothing. */
final class ReturnRows {
    private static final String UNCLAIMED = "money in that fits no wallet (succeeded after failed and closed, …)";
    private static final String UNEXPLAINED =
            "money out that fits nothing (a refund settled after it failed, an unknown chargeback, …)";

    private ReturnRows() {}

    static Stream<AccountRow> rows() {
        return Stream.of(refunds(), outcomes(), disputes(), receivables(), payouts(), settlements(), misfits())
                .flatMap(rows -> rows);
    }

    private static Stream<AccountRow> refunds() {
        return Stream.of(
                row("refund to the wallet")
                        .books(
                                PurchaseRefunded.class,
                                it -> it.isGiven(10).has(50).buys(25).isRefunded(WALLET))
                        .debits("Liabilities:Merchant:M:Payable 23", "Income:Commission 2")
                        .credits("Liabilities:Wallet:W:Credit:Available 10", "Liabilities:Wallet:W:Cash:Available 15"),
                row("refund to the source requested")
                        .books(
                                PurchaseRefunded.class,
                                it -> it.isGiven(10).has(50).buys(25).isRefunded(SOURCE))
                        .debits("Liabilities:Merchant:M:Payable 23", "Income:Commission 2")
                        .credits("Liabilities:RefundsInFlight:P 15", "Liabilities:Wallet:W:Credit:Available 10"),
                row("unspent balance returned to the source requested")
                        .books(UnspentReturned.class, it -> it.has(50).buys(20).takesTheRestHome())
                        .debits("Liabilities:Wallet:W:Cash:Available 30")
                        .credits("Liabilities:RefundsInFlight:P 30"));
    }

    private static Stream<AccountRow> outcomes() {
        return Stream.of(
                row("either of them settled / failed", "a refund settled")
                        .books(
                                RefundSettled.class,
                                it -> it.has(50).buys(20).isRefunded(SOURCE).refundSettles())
                        .debits("Liabilities:RefundsInFlight:P 20")
                        .credits("Assets:Processor:P:Clearing 20"),
                row("either of them settled / failed", "a refund failed")
                        .books(
                                RefundFailed.class,
                                it -> it.has(50).buys(20).isRefunded(SOURCE).refundFails())
                        .debits("Liabilities:RefundsInFlight:P 20")
                        .credits("Liabilities:Wallet:W:Cash:Available 20"),
                row("either of them settled / failed", "a refund came back from its card")
                        .books(
                                RefundFailed.class,
                                it -> it.has(50)
                                        .buys(20)
                                        .isRefunded(SOURCE)
                                        .refundSettles()
                                        .refundFails())
                        .debits("Assets:Processor:P:Clearing 20")
                        .credits("Liabilities:Wallet:W:Cash:Available 20"),
                row("either of them settled / failed", "an unspent balance settled")
                        .books(
                                RefundSettled.class,
                                it -> it.has(50).takesTheRestHome().refundSettles())
                        .debits("Liabilities:RefundsInFlight:P 50")
                        .credits("Assets:Processor:P:Clearing 50"),
                row("either of them settled / failed", "an unspent balance failed")
                        .books(
                                RefundFailed.class,
                                it -> it.has(50).takesTheRestHome().refundFails())
                        .debits("Liabilities:RefundsInFlight:P 50")
                        .credits("Liabilities:Wallet:W:Cash:Available 50"));
    }

    private static Stream<AccountRow> disputes() {
        return Stream.of(
                row("chargeback 50 with a fee of 15")
                        .books(ChargedBack.class, it -> it.has(50).buys(30).isChargedBack(50, 15L))
                        .debits(
                                "Liabilities:Wallet:W:Cash:Available 20",
                                "Assets:Receivable:Chargebacks:W 30",
                                "Expenses:ProcessorFees:P 15")
                        .credits("Assets:Processor:P:Clearing 65"),
                row("dispute won 50")
                        .books(
                                DisputeWon.class,
                                it -> it.has(50)
                                        .buys(30)
                                        .isChargedBack(50, null)
                                        .isForgiven(10)
                                        .wins(50))
                        .debits("Assets:Processor:P:Clearing 50")
                        .credits(
                                "Assets:Receivable:Chargebacks:W 20",
                                "Expenses:BadDebt 10",
                                "Liabilities:Wallet:W:Cash:Available 20"));
    }

    private static Stream<AccountRow> receivables() {
        return Stream.of(
                row("receivable collected / written off", "collected")
                        .books(
                                ReceivableCollected.class,
                                it -> it.has(50)
                                        .buys(30)
                                        .isChargedBack(50, null)
                                        .hasMore(40)
                                        .pays(30))
                        .debits("Liabilities:Wallet:W:Cash:Available 30")
                        .credits("Assets:Receivable:Chargebacks:W 30"),
                row("receivable collected / written off", "written off")
                        .books(
                                ReceivableWrittenOff.class,
                                it -> it.has(50)
                                        .buys(30)
                                        .isChargedBack(50, null)
                                        .isForgiven(30))
                        .debits("Expenses:BadDebt 30")
                        .credits("Assets:Receivable:Chargebacks:W 30"));
    }

    private static Stream<AccountRow> payouts() {
        return Stream.of(
                row("merchant payout requested / settled / failed", "requested")
                        .books(PayoutRequested.class, it -> it.has(50).buys(25).merchantAsksForPayout(23))
                        .debits("Liabilities:Merchant:M:Payable 23")
                        .credits("Liabilities:PayoutsInFlight:M 23"),
                row("merchant payout requested / settled / failed", "settled")
                        .books(
                                PayoutSettled.class,
                                it -> it.has(50)
                                        .buys(25)
                                        .merchantAsksForPayout(23)
                                        .payoutSettles())
                        .debits("Liabilities:PayoutsInFlight:M 23")
                        .credits("Assets:Bank 23"),
                row("merchant payout requested / settled / failed", "failed")
                        .books(
                                PayoutFailed.class,
                                it -> it.has(50)
                                        .buys(25)
                                        .merchantAsksForPayout(23)
                                        .payoutFails())
                        .debits("Liabilities:PayoutsInFlight:M 23")
                        .credits("Liabilities:Merchant:M:Payable 23"));
    }

    private static Stream<AccountRow> settlements() {
        return Stream.of(row("processor payout matched")
                .books(ProcessorPaidOut.class, it -> it.has(50).processorPaysOut(48, 2))
                .debits("Assets:Bank 48", "Expenses:ProcessorFees:P 2")
                .credits("Assets:Processor:P:Clearing 50"));
    }

    private static Stream<AccountRow> misfits() {
        return Stream.of(
                row(UNCLAIMED)
                        .books(
                                TopUpUnclaimed.class,
                                it -> it.asksForTopUp(50).topUpFails().closes().topUpSucceeds(50))
                        .debits("Assets:Processor:P:Clearing 50")
                        .credits("Liabilities:Unclaimed 50"),
                row(UNCLAIMED, "a refund that failed after the wallet was closed")
                        .books(
                                RefundUnclaimed.class,
                                it -> it.has(50).takesTheRestHome().closes().refundFails())
                        .debits("Liabilities:RefundsInFlight:P 50")
                        .credits("Liabilities:Unclaimed 50"),
                row(UNEXPLAINED, "a refund settled after it failed")
                        .books(
                                RefundSettledAfterFailed.class,
                                it -> it.has(50)
                                        .buys(30)
                                        .isRefunded(SOURCE)
                                        .refundFails()
                                        .buysMore(40)
                                        .refundSettles())
                        .debits("Liabilities:Wallet:W:Cash:Available 10", "Assets:Receivable:Chargebacks:W 20")
                        .credits("Assets:Processor:P:Clearing 30"),
                row(UNEXPLAINED, "an unknown chargeback")
                        .books(ChargedBack.class, it -> it.isChargedBackForNobody(50))
                        .debits("Assets:Unexplained:P 50")
                        .credits("Assets:Processor:P:Clearing 50"));
    }
}
