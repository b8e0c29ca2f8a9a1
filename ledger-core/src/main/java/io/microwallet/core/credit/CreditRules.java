package io.microwallet.core.credit;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.credit.CreditCommand.GrantCredit;
import io.microwallet.core.credit.CreditEvent.CreditGranted;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.merchant.Merchant;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.TopUpRules;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.Wallet;
import java.time.Instant;
import java.util.Optional;

/** When a client gives a credit. A frozen wallet takes it. */
public final class CreditRules implements Decider<CreditCommand> {
    /** In minor units, as for a top-up. */
    public static final long AMOUNT_MAX = TopUpRules.AMOUNT_MAX;

    @Override
    public Decision decide(States states, CreditCommand command, Instant at) {
        return switch (command) {
            case GrantCredit c -> grant(states, c, at);
        };
    }

    private static Decision grant(States states, GrantCredit command, Instant at) {
        var wallet = states.of(command.wallet()).within(command.ledger());
        return switch (wallet) {
            case Wallet.Unborn _ -> absent(Absence.WALLET_NOT_FOUND);
            case Wallet.Erased _ -> absent(Absence.WALLET_ERASED);
            case Wallet.Open _, Wallet.Closed _
            when isFunderMissing(states, command) -> absent(Absence.MERCHANT_NOT_FOUND);
            case Wallet.Closed _ -> refused(CreditRefusal.WALLET_CLOSED);
            case Wallet.Open open -> {
                var refusal = refusal(states, open, command, at);
                yield refusal.isPresent() ? refused(refusal.get()) : accepted(granted(open, command, at));
            }
        };
    }

    private static boolean isFunderMissing(States states, GrantCredit command) {
        return command.funder().merchant() != null && funder(states, command).isEmpty();
    }

    private static Optional<Merchant.Trading> funder(States states, GrantCredit command) {
        var merchant = command.funder().merchant();
        return merchant != null && states.of(merchant).within(command.ledger()) instanceof Merchant.Trading trading
                ? Optional.of(trading)
                : Optional.empty();
    }

    private static Optional<CreditRefusal> refusal(States states, Wallet.Open wallet, GrantCredit command, Instant at) {
        var expires = command.expires();
        if (funder(states, command).filter(it -> it.kind() == MerchantKind.OWN).isPresent()) {
            return Optional.of(CreditRefusal.OWN_SHOP_FUNDS_NO_CREDIT);
        }
        if (expires != null && !expires.isAfter(at)) {
            return Optional.of(CreditRefusal.EXPIRY_NOT_IN_FUTURE);
        }
        if (command.amount().amount() > AMOUNT_MAX) {
            return Optional.of(CreditRefusal.CREDIT_AMOUNT_TOO_LARGE);
        }
        return beyond(states.of(command.ledger()).limits(), wallet, command.amount(), at);
    }

    private static Optional<CreditRefusal> beyond(Limits limits, Wallet.Open wallet, Money amount, Instant at) {
        // The sum is one of a few numbers below 2^53: a long holds it.
        var after = wallet.expected(amount.currency(), at) + amount.amount();
        if (!limits.allowBalance(after, amount.currency())) {
            return Optional.of(CreditRefusal.BALANCE_LIMIT_EXCEEDED);
        }
        return wallet.hasRoomForLots(1, limits.openLots())
                ? Optional.empty()
                : Optional.of(CreditRefusal.TOO_MANY_OPEN_LOTS);
    }

    private static CreditGranted granted(Wallet.Open wallet, GrantCredit command, Instant at) {
        var amount = command.amount();
        return new CreditGranted(
                command.ledger(),
                command.wallet(),
                command.client(),
                Lot.credit(command.grant(), amount, at, command.expires(), command.funder()),
                wallet.available(amount.currency(), at).plus(amount),
                command.reference(),
                JournalEntry.of(
                        Posting.debit(payer(command.funder()), amount),
                        Posting.credit(new WalletFunds(wallet.id(), LotKind.CREDIT, Availability.AVAILABLE), amount)));
    }

    private static Account payer(Funder funder) {
        var merchant = funder.merchant();
        return merchant == null ? new Account.MembershipCredits() : new Account.MerchantPayable(merchant);
    }
}
