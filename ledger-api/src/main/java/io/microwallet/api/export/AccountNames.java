package io.microwallet.api.export;

import io.microwallet.api.export.span.AccountBalances.Balance;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.BadDebt;
import io.microwallet.core.journal.Account.Bank;
import io.microwallet.core.journal.Account.Breakage;
import io.microwallet.core.journal.Account.Commission;
import io.microwallet.core.journal.Account.MembershipCredits;
import io.microwallet.core.journal.Account.MembershipDeferred;
import io.microwallet.core.journal.Account.Memberships;
import io.microwallet.core.journal.Account.MerchantPayable;
import io.microwallet.core.journal.Account.PayoutsInFlight;
import io.microwallet.core.journal.Account.ProcessorClearing;
import io.microwallet.core.journal.Account.ProcessorFees;
import io.microwallet.core.journal.Account.ReceivableChargebacks;
import io.microwallet.core.journal.Account.RefundsInFlight;
import io.microwallet.core.journal.Account.Sales;
import io.microwallet.core.journal.Account.Unclaimed;
import io.microwallet.core.journal.Account.Unexplained;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.WalletTokens;
import java.util.Collection;
import java.util.LinkedHashSet;

/** The names of accounts as one client may see them: a wallet by that client's token for it. */
final class AccountNames {
    private final WalletTokens tokens;
    private final ClientId reader;
    private final int tokenVersion;

    AccountNames(WalletTokens tokens, ClientId reader, int tokenVersion) {
        this.tokens = tokens;
        this.reader = reader;
        this.tokenVersion = tokenVersion;
    }

    /** Spelt out for every account, so that a new one with a wallet in its name does not leave the service as it is. */
    String of(Account account) {
        return switch (account) {
            case WalletFunds it ->
                "Liabilities:Wallet:" + token(it.wallet()) + ':' + it.kind().label() + ':'
                        + it.availability().label();
            case ReceivableChargebacks it -> it.control() + ':' + token(it.wallet());
            case ProcessorClearing _,
                    Bank _,
                    Unexplained _,
                    MembershipDeferred _,
                    MerchantPayable _,
                    RefundsInFlight _,
                    PayoutsInFlight _,
                    Unclaimed _,
                    Commission _,
                    Sales _,
                    Memberships _,
                    Breakage _,
                    MembershipCredits _,
                    ProcessorFees _,
                    BadDebt _ -> account.code();
        };
    }

    private String token(WalletId wallet) {
        return tokens.of(reader, tokenVersion, wallet).text();
    }

    /** Makes the tokens of these accounts' wallets known, so that the client can ask about what it was shown. */
    void issue(Collection<Balance> accounts) {
        var wallets = new LinkedHashSet<WalletId>();
        for (var balance : accounts) {
            if (balance.account() instanceof WalletFunds it) {
                wallets.add(it.wallet());
            } else if (balance.account() instanceof ReceivableChargebacks it) {
                wallets.add(it.wallet());
            }
        }
        tokens.issueUnlessErased(reader, tokenVersion, wallets);
    }
}
