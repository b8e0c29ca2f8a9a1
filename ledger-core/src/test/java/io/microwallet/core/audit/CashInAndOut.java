package io.microwallet.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.given.Bookkeeper;
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.Side;
import io.microwallet.core.money.Currency;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.WalletId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Credit never becomes cash: what a wallet has in cash, and what went out for it, never comes to more than what came in for it, but for
 * what a processor took beyond, which is a receivable, a bad debt, or unexplained by name.
 */
final class CashInAndOut {
    /** What came in less what went out. */
    private final Map<Wallet, Long> net = new HashMap<>();

    private record Wallet(UUID id, Currency currency) {}

    void book(Event event) {
        for (var tag : event.tags()) {
            if (tag.kind() == Tag.Kind.WALLET) {
                event.entry().ifPresent(entry -> entry.postings().forEach(posting -> book(tag.id(), posting)));
            }
        }
    }

    private void book(UUID wallet, Posting posting) {
        if (comesAndGoes(posting.account())) {
            var amount = posting.money().amount();
            net.merge(
                    new Wallet(wallet, posting.money().currency()),
                    posting.side() == Side.DEBIT ? amount : -amount,
                    Math::addExact);
        }
    }

    private static boolean comesAndGoes(Account account) {
        return switch (account) {
            case Account.ProcessorClearing _,
                    Account.RefundsInFlight _,
                    Account.Bank _,
                    Account.ProcessorFees _,
                    Account.Unclaimed _,
                    Account.ReceivableChargebacks _,
                    Account.BadDebt _,
                    Account.Unexplained _ -> true;
            case WalletFunds _,
                    Account.MembershipDeferred _,
                    Account.MerchantPayable _,
                    Account.PayoutsInFlight _,
                    Account.Commission _,
                    Account.Sales _,
                    Account.Memberships _,
                    Account.Breakage _,
                    Account.MembershipCredits _ -> false;
        };
    }

    void neverMoreOutThanIn(WalletId wallet, Currency currency, Bookkeeper bookkeeper) {
        var cash = bookkeeper.balance(new WalletFunds(wallet, LotKind.CASH, Availability.AVAILABLE), currency)
                + bookkeeper.balance(new WalletFunds(wallet, LotKind.CASH, Availability.HELD), currency);
        assertThat(net.getOrDefault(new Wallet(wallet.value(), currency), 0L))
                .as("in and not out again of %s in %s", wallet, currency)
                .isGreaterThanOrEqualTo(cash);
    }
}
