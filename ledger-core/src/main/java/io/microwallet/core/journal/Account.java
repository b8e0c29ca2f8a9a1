package io.microwallet.core.journal;

import io.microwallet.core.id.Identifier;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.WalletId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An account of the chart; {@link #code} is its name in the log, {@link #control} the account that it is totalled under. */
public sealed interface Account {
    /** The name with {@code *} for the id of its {@link #owner}: {@code Liabilities:Wallet:*:Cash:Available}. */
    String pattern();

    /** The wallet or merchant that the account is named after; null for one that is named after neither. */
    default @Nullable Identifier owner() {
        return null;
    }

    /** The full name, ids in their own text: {@code Liabilities:Wallet:w_…:Cash:Available}. */
    default String code() {
        var owner = owner();
        return owner == null ? pattern() : pattern().replace("*", owner.text());
    }

    /** The name without the wallet: {@code Liabilities:Wallet:Cash:Available}; any other account is its own control account. */
    default String control() {
        return code();
    }

    /** The account of a {@link #code}. @throws IllegalArgumentException for a name that is not in the chart */
    static Account parse(String code) {
        return ChartOfAccounts.parse(code);
    }

    /** The account of a {@link #pattern}. @throws IllegalArgumentException for none of the chart, or without the owner that it needs */
    static Account of(String pattern, @Nullable WalletId wallet, @Nullable MerchantId merchant) {
        return ChartOfAccounts.of(pattern, wallet, merchant);
    }

    /** What is on its way between a processor and our bank account. */
    record ProcessorClearing(ProcessorId processor) implements Account {
        @Override
        public String pattern() {
            return "Assets:Processor:" + processor.value() + ":Clearing";
        }
    }

    /** Our own bank account. */
    record Bank() implements Account {
        @Override
        public String pattern() {
            return "Assets:Bank";
        }
    }

    /** What a member owes us after a chargeback of money that was spent. */
    record ReceivableChargebacks(WalletId wallet) implements Account {
        @Override
        public String pattern() {
            return "Assets:Receivable:Chargebacks:*";
        }

        @Override
        public Identifier owner() {
            return wallet;
        }

        @Override
        public String control() {
            return "Assets:Receivable:Chargebacks";
        }
    }

    /** What a processor took that fits nothing we know. */
    record Unexplained(ProcessorId processor) implements Account {
        @Override
        public String pattern() {
            return "Assets:Unexplained:" + processor.value();
        }
    }

    /** A member's money of one kind, spendable or held. */
    record WalletFunds(WalletId wallet, LotKind kind, Availability availability) implements Account {
        private static final String[][] PATTERNS = names("Liabilities:Wallet:*:");
        private static final String[][] CONTROLS = names("Liabilities:Wallet:");

        private static String[][] names(String before) {
            return Arrays.stream(LotKind.values())
                    .map(kind -> Arrays.stream(Availability.values())
                            .map(availability -> before + kind.label() + ':' + availability.label())
                            .toArray(String[]::new))
                    .toArray(String[][]::new);
        }

        @Override
        public String pattern() {
            return PATTERNS[kind.ordinal()][availability.ordinal()];
        }

        @Override
        public Identifier owner() {
            return wallet;
        }

        @Override
        public String control() {
            return CONTROLS[kind.ordinal()][availability.ordinal()];
        }
    }

    /** What members paid for memberships that are not over yet. */
    record MembershipDeferred() implements Account {
        @Override
        public String pattern() {
            return "Liabilities:Membership:Deferred";
        }
    }

    /** What we owe a third-party merchant. */
    record MerchantPayable(MerchantId merchant) implements Account {
        @Override
        public String pattern() {
            return "Liabilities:Merchant:*:Payable";
        }

        @Override
        public Identifier owner() {
            return merchant;
        }
    }

    /** What a processor was asked to send back to members and has not settled yet. */
    record RefundsInFlight(ProcessorId processor) implements Account {
        @Override
        public String pattern() {
            return "Liabilities:RefundsInFlight:" + processor.value();
        }
    }

    /** What is on its way to a merchant's bank account. */
    record PayoutsInFlight(MerchantId merchant) implements Account {
        @Override
        public String pattern() {
            return "Liabilities:PayoutsInFlight:*";
        }

        @Override
        public Identifier owner() {
            return merchant;
        }
    }

    /** Money in that fits no wallet. */
    record Unclaimed() implements Account {
        @Override
        public String pattern() {
            return "Liabilities:Unclaimed";
        }
    }

    /** Our share of a third-party merchant's sales. */
    record Commission() implements Account {
        @Override
        public String pattern() {
            return "Income:Commission";
        }
    }

    /** Sales of an own shop. */
    record Sales(MerchantId merchant) implements Account {
        @Override
        public String pattern() {
            return "Income:Sales:*";
        }

        @Override
        public Identifier owner() {
            return merchant;
        }
    }

    /** Memberships whose period is over. */
    record Memberships() implements Account {
        @Override
        public String pattern() {
            return "Income:Memberships";
        }
    }

    /** Paid credit that expired unspent. */
    record Breakage() implements Account {
        @Override
        public String pattern() {
            return "Income:Breakage";
        }
    }

    /** Promotional credit that we gave. */
    record MembershipCredits() implements Account {
        @Override
        public String pattern() {
            return "Expenses:MembershipCredits";
        }
    }

    /** What a processor keeps for its work. */
    record ProcessorFees(ProcessorId processor) implements Account {
        @Override
        public String pattern() {
            return "Expenses:ProcessorFees:" + processor.value();
        }
    }

    /** Receivables that were given up. */
    record BadDebt() implements Account {
        @Override
        public String pattern() {
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
