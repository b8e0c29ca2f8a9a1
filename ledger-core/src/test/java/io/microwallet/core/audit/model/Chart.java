package io.microwallet.core.audit.model;

import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.wallet.WalletId;

/** The names of the accounts, as the design's table writes them. */
final class Chart {
    static final String BANK = "Assets:Bank";
    static final String DEFERRED = "Liabilities:Membership:Deferred";
    static final String UNCLAIMED = "Liabilities:Unclaimed";
    static final String COMMISSION = "Income:Commission";
    static final String MEMBERSHIPS = "Income:Memberships";
    static final String BREAKAGE = "Income:Breakage";
    static final String PROMOTIONS = "Expenses:MembershipCredits";
    static final String RECEIVABLES = "Assets:Receivable:Chargebacks:";
    static final String BAD_DEBT = "Expenses:BadDebt";

    private Chart() {}

    static String clearing(ProcessorId processor) {
        return "Assets:Processor:" + processor.value() + ":Clearing";
    }

    static String fees(ProcessorId processor) {
        return "Expenses:ProcessorFees:" + processor.value();
    }

    static String refundsInFlight(ProcessorId processor) {
        return "Liabilities:RefundsInFlight:" + processor.value();
    }

    static String unexplained(ProcessorId processor) {
        return "Assets:Unexplained:" + processor.value();
    }

    static String receivable(WalletId wallet) {
        return RECEIVABLES + wallet.text();
    }

    static String available(WalletId wallet, boolean cash) {
        return "Liabilities:Wallet:" + wallet.text() + (cash ? ":Cash" : ":Credit") + ":Available";
    }

    static String held(WalletId wallet, boolean cash) {
        return "Liabilities:Wallet:" + wallet.text() + (cash ? ":Cash" : ":Credit") + ":Held";
    }

    static String payable(MerchantId merchant) {
        return "Liabilities:Merchant:" + merchant.text() + ":Payable";
    }

    static String payoutsInFlight(MerchantId merchant) {
        return "Liabilities:PayoutsInFlight:" + merchant.text();
    }

    static String sales(MerchantId merchant) {
        return "Income:Sales:" + merchant.text();
    }
}
