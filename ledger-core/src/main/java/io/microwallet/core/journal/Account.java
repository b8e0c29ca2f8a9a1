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

    /** The account of a {@link #code}. @throws IllegalArgumentException for a name that is not in the chart */
    static Account parse(String code) {
        return ChartOfAccounts.parse(code);
    }

    /** What is on its way between a processor and our bank account. */
    record ProcessorClearing(ProcessorId processor) implements Account {
        @Override
        public String code() {
            return "Assets:Processor:" + processor.value() + ":Clearing";
        }
    }

    /** Our own bank account. */
    record Bank() implements Account {
        @Override
        public String code() {
            return "Assets:Bank";
        }
    }

    /** What a member owes us after a chargeback of money that was spent. */
    record ReceivableChargebacks(WalletId wallet) implements Account {
        @Override
        public String code() {
            return control() + ':' + wallet.text();
        }

        @Override
        public String control() {
            return "Assets:Receivable:Chargebacks";
        }
    }

    /** What a processor took that fits nothing we know. */
    record Unexplained(ProcessorId processor) implements Account {
        @Override
        public String code() {
            return "Assets:Unexplained:" + processor.value();
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

    /** What members paid for memberships that are not over yet. */
    record MembershipDeferred() implements Account {
        @Override
        public String code() {
            return "Liabilities:Membership:Deferred";
        }
    }

    /** What we owe a third-party merchant. */
    record MerchantPayable(MerchantId merchant) implements Account {
        @Override
        public String code() {
            return "Liabilities:Merchant:" + merchant.text() + ":Payable";
        }
    }

    /** What a processor was asked to send back to members and has not settled yet. */
    record RefundsInFlight(ProcessorId processor) implements Account {
        @Override
        public String code() {
            return "Liabilities:RefundsInFlight:" + processor.value();
        }
    }

    /** What is on its way to a merchant's bank account. */
    record PayoutsInFlight(MerchantId merchant) implements Account {
        @Override
        public String code() {
            return "Liabilities:PayoutsInFlight:" + merchant.text();
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

    /** Memberships whose period is over. */
    record Memberships() implements Account {
        @Override
        public String code() {
            return "Income:Memberships";
        }
    }

    /** Paid credit that expired unspent. */
    record Breakage() implements Account {
        @Override
        public String code() {
            return "Income:Breakage";
        }
    }

    /** Promotional credit that we gave. */
    record MembershipCredits() implements Account {
        @Override
        public String code() {
            return "Expenses:MembershipCredits";
        }
    }

    /** What a processor keeps for its work. */
    record ProcessorFees(ProcessorId processor) implements Account {
        @Override
        public String code() {
            return "Expenses:ProcessorFees:" + processor.value();
        }
    }

    /** Receivables that were given up. */
    record BadDebt() implements Account {
        @Override
        public String code() {
            return "Expenses:BadDebt";
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
