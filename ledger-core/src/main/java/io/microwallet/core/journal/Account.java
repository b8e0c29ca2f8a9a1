package io.microwallet.core.journal;

import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.WalletId;

/** An account of the chart; {@link #code} is its name in the log, {@link #control} the account that it is totalled under. */
public sealed interface Account {
    /** The full name, ids in their own text: {@code Liabilities:Wallet:w_…:Cash:Available}. */
    String code();

    /** The name without the wallet: {@code Liabilities:Wallet:Cash:Available}; any other account is its own control account. */
    default String control() {
        return code();
    }

    /** What is on its way between a processor and our bank account. */
    record ProcessorClearing(ProcessorId processor) implements Account {
        @Override
        public String code() {
            return "Assets:Processor:" + processor.value() + ":Clearing";
        }
    }

    /** A member's money of one kind, spendable or held. */
    record WalletFunds(WalletId wallet, LotKind kind, Availability availability) implements Account {
        @Override
        public String code() {
            return "Liabilities:Wallet:" + wallet.text() + ':' + kind.label() + ':' + availability.label();
        }

        @Override
        public String control() {
            return "Liabilities:Wallet:" + kind.label() + ':' + availability.label();
        }
    }

    /** What we owe a third-party merchant. */
    record MerchantPayable(MerchantId merchant) implements Account {
        @Override
        public String code() {
            return "Liabilities:Merchant:" + merchant.text() + ":Payable";
        }
    }

    /** Money in that fits no wallet. */
    record Unclaimed() implements Account {
        @Override
        public String code() {
            return "Liabilities:Unclaimed";
        }
    }

    /** Our share of a third-party merchant's sales. */
    record Commission() implements Account {
        @Override
        public String code() {
            return "Income:Commission";
        }
    }

    /** Sales of an own shop. */
    record Sales(MerchantId merchant) implements Account {
        @Override
        public String code() {
            return "Income:Sales:" + merchant.text();
        }
    }

    /** Spendable now, or reserved by open holds. */
    enum Availability {
        AVAILABLE("Available"),
        HELD("Held");

        private final String label;

        Availability(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
