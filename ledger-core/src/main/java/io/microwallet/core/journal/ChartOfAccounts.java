package io.microwallet.core.journal;

import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.WalletFunds;
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

    /** By their patterns. */
    private static final Map<String, Function<WalletId, Account>> OF_WALLETS = Map.of(
            "Liabilities:Wallet:*:Cash:Available", id -> new WalletFunds(id, LotKind.CASH, Availability.AVAILABLE),
            "Liabilities:Wallet:*:Cash:Held", id -> new WalletFunds(id, LotKind.CASH, Availability.HELD),
            "Liabilities:Wallet:*:Credit:Available", id -> new WalletFunds(id, LotKind.CREDIT, Availability.AVAILABLE),
            "Liabilities:Wallet:*:Credit:Held", id -> new WalletFunds(id, LotKind.CREDIT, Availability.HELD),
            "Assets:Receivable:Chargebacks:*", Account.ReceivableChargebacks::new);

    private static final Map<String, Function<MerchantId, Account>> OF_MERCHANTS = Map.of(
            "Liabilities:Merchant:*:Payable", Account.MerchantPayable::new,
            "Liabilities:PayoutsInFlight:*", Account.PayoutsInFlight::new,
            "Income:Sales:*", Account.Sales::new);

    /** By what stands before and after the processor, joined by {@code *}. */
    private static final Map<String, Function<ProcessorId, Account>> OF_PROCESSORS = Map.of(
            "Assets:Processor:*:Clearing", Account.ProcessorClearing::new,
            "Assets:Unexplained:*", Account.Unexplained::new,
            "Liabilities:RefundsInFlight:*", Account.RefundsInFlight::new,
            "Expenses:ProcessorFees:*", Account.ProcessorFees::new);

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
        if (OF_WALLETS.containsKey(shape)) {
            return of(shape, WalletId.parse(id), null);
        }
        return OF_MERCHANTS.containsKey(shape)
                ? of(shape, null, MerchantId.parse(id))
                : known(OF_PROCESSORS.get(shape)).apply(new ProcessorId(id));
    }

    static Account of(String pattern, @Nullable WalletId wallet, @Nullable MerchantId merchant) {
        var ofWallet = wallet == null ? null : OF_WALLETS.get(pattern);
        if (ofWallet != null && wallet != null) {
            return ofWallet.apply(wallet);
        }
        if (merchant == null) {
            throw new IllegalArgumentException("not in the chart of accounts");
        }
        return known(OF_MERCHANTS.get(pattern)).apply(merchant);
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

    private static <T> Function<T, Account> known(@Nullable Function<T, Account> account) {
        if (account == null) {
            throw new IllegalArgumentException("not in the chart of accounts");
        }
        return account;
    }
}
