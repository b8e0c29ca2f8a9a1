package io.microwallet.eventstore.codec;

import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.Commission;
import io.microwallet.core.journal.Account.MerchantPayable;
import io.microwallet.core.journal.Account.ProcessorClearing;
import io.microwallet.core.journal.Account.Sales;
import io.microwallet.core.journal.Account.Unclaimed;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.WalletId;

/** Reads the code of an account back into the account. */
final class AccountCodes {
    private AccountCodes() {}

    /** @throws IllegalArgumentException for what is no account of the chart */
    static Account parse(String code) {
        var account = account(code.split(":", -1));
        if (!account.code().equals(code)) {
            throw unknown();
        }
        return account;
    }

    private static Account account(String[] parts) {
        return switch (parts[0] + ':' + (parts.length > 1 ? parts[1] : "") + ':' + parts.length) {
            case "Assets:Processor:4" -> new ProcessorClearing(new ProcessorId(parts[2]));
            case "Liabilities:Wallet:5" ->
                new WalletFunds(WalletId.parse(parts[2]), kind(parts[3]), availability(parts[4]));
            case "Liabilities:Merchant:4" -> new MerchantPayable(MerchantId.parse(parts[2]));
            case "Liabilities:Unclaimed:2" -> new Unclaimed();
            case "Income:Commission:2" -> new Commission();
            case "Income:Sales:3" -> new Sales(MerchantId.parse(parts[2]));
            default -> throw unknown();
        };
    }

    private static LotKind kind(String label) {
        for (var kind : LotKind.values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw unknown();
    }

    private static Availability availability(String label) {
        for (var availability : Availability.values()) {
            if (availability.label().equals(label)) {
                return availability;
            }
        }
        throw unknown();
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("not an account of the chart");
    }
}
