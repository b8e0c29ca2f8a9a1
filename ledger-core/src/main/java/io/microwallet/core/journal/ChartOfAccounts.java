package io.microwallet.core.journal;

import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.WalletId;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The chart of accounts read backwards: from a name in the log to the account. */
final class ChartOfAccounts {
    private static final Map<String, Account> WITHOUT_ID = Map.of(
            "Assets:Bank", new Account.Bank(),
            "Liabilities:Membership:Deferred", new Account.MembershipDeferred(),
            "Liabilities:Unclaimed", new Account.Unclaimed(),
            "Income:Commission", new Account.Commission(),
            "Income:Memberships", new Account.Memberships(),
            "Income:Breakage", new Account.Breakage(),
            "Expenses:MembershipCredits", new Account.MembershipCredits(),
            "Expenses:BadDebt", new Account.BadDebt());

    /** By what stands before and after the id, joined by {@code *}. */
    private static final Map<String, Function<String, Account>> WITH_ID = Map.ofEntries(
            Map.entry("Assets:Processor:*:Clearing", id -> new Account.ProcessorClearing(new ProcessorId(id))),
            Map.entry("Assets:Receivable:Chargebacks:*", id -> new Account.ReceivableChargebacks(WalletId.parse(id))),
            Map.entry("Assets:Unexplained:*", id -> new Account.Unexplained(new ProcessorId(id))),
            Map.entry("Liabilities:Wallet:*:Cash:Available", id -> funds(id, LotKind.CASH, Availability.AVAILABLE)),
            Map.entry("Liabilities:Wallet:*:Cash:Held", id -> funds(id, LotKind.CASH, Availability.HELD)),
            Map.entry("Liabilities:Wallet:*:Credit:Available", id -> funds(id, LotKind.CREDIT, Availability.AVAILABLE)),
            Map.entry("Liabilities:Wallet:*:Credit:Held", id -> funds(id, LotKind.CREDIT, Availability.HELD)),
            Map.entry("Liabilities:Merchant:*:Payable", id -> new Account.MerchantPayable(MerchantId.parse(id))),
            Map.entry("Liabilities:RefundsInFlight:*", id -> new Account.RefundsInFlight(new ProcessorId(id))),
            Map.entry("Liabilities:PayoutsInFlight:*", id -> new Account.PayoutsInFlight(MerchantId.parse(id))),
            Map.entry("Income:Sales:*", id -> new Account.Sales(MerchantId.parse(id))),
            Map.entry("Expenses:ProcessorFees:*", id -> new Account.ProcessorFees(new ProcessorId(id))));

    private ChartOfAccounts() {}

    static Account parse(String code) {
        var account = WITHOUT_ID.get(code);
        return account != null ? account : parseWithId(code);
    }

    // The parts of the chart begin with a capital letter and ids with a small one, so the id is found without trying
    // each.
    private static Account parseWithId(String code) {
        var start = startOfId(code);
        var end = code.indexOf(':', start);
        var id = code.substring(start, end < 0 ? code.length() : end);
        var shape = code.substring(0, start) + '*' + (end < 0 ? "" : code.substring(end));
        return known(WITH_ID.get(shape)).apply(id);
    }

    private static int startOfId(String code) {
        var colon = code.indexOf(':');
        while (colon >= 0 && colon + 1 < code.length()) {
            var c = code.charAt(colon + 1);
            if (c >= 'a' && c <= 'z') {
                return colon + 1;
            }
            colon = code.indexOf(':', colon + 1);
        }
        return code.length();
    }

    private static Function<String, Account> known(@Nullable Function<String, Account> account) {
        if (account == null) {
            throw new IllegalArgumentException("not in the chart of accounts");
        }
        return account;
    }

    private static Account funds(String wallet, LotKind kind, Availability availability) {
        return new Account.WalletFunds(WalletId.parse(wallet), kind, availability);
    }
}
