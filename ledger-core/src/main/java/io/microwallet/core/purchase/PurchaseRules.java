package io.microwallet.core.purchase;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.EffectiveTime;
import io.microwallet.core.decision.States;
import io.microwallet.core.merchant.Merchant;
import io.microwallet.core.popup.PopUp;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.wallet.Wallet;
import java.time.Instant;
import java.util.Optional;

/** When a wallet pays a merchant. */
public final class PurchaseRules implements Decider<PurchaseCommand> {
    @Override
    public Decision decide(States states, PurchaseCommand command, Instant at) {
        return switch (command) {
            case PurchaseCommand.Purchase c -> decide(states, c, at);
        };
    }

    private static Decision decide(States states, PurchaseCommand.Purchase command, Instant at) {
        var decision = decide(Sides.of(states, command), command, at);
        var isAbsent = decision instanceof Decision.Absent;
        return isAbsent || PopUp.isKnown(states, command.popUp(), command.ledger())
                ? decision
                : absent(Absence.POP_UP_NOT_FOUND);
    }

    private static Decision decide(Sides sides, PurchaseCommand.Purchase command, Instant at) {
        return switch (sides) {
            case Sides(Wallet.Unborn _, Merchant _) -> absent(Absence.WALLET_NOT_FOUND);
            case Sides(Wallet.Erased _, Merchant _) -> absent(Absence.WALLET_ERASED);
            case Sides(Wallet _, Merchant.Unborn _) -> absent(Absence.MERCHANT_NOT_FOUND);
            case Sides(Wallet.Closed _, Merchant.Trading _) -> refused(PurchaseRefusal.WALLET_CLOSED);
            case Sides(Wallet.Open wallet, Merchant.Trading merchant) -> pay(wallet, merchant, command, at);
        };
    }

    private static Decision pay(
            Wallet.Open wallet, Merchant.Trading merchant, PurchaseCommand.Purchase command, Instant at) {
        var refusal = refusal(wallet, command, at);
        return refusal.isPresent() ? refused(refusal.get()) : accepted(purchased(wallet, merchant, command, at));
    }

    private static Optional<PurchaseRefusal> refusal(Wallet.Open wallet, PurchaseCommand.Purchase command, Instant at) {
        if (wallet.frozen()) {
            return Optional.of(PurchaseRefusal.WALLET_FROZEN);
        }
        if (EffectiveTime.isInFuture(command.effective(), at)) {
            return Optional.of(PurchaseRefusal.EFFECTIVE_TIME_IN_FUTURE);
        }
        if (EffectiveTime.isTooOld(command.effective(), at)) {
            return Optional.of(PurchaseRefusal.EFFECTIVE_TIME_TOO_OLD);
        }
        if (wallet.covers(command.amount(), at)) {
            return Optional.empty();
        }
        // An empty wallet has no currency of its own that another could be told from.
        var otherCurrenciesOnly = !wallet.isEmpty()
                && !wallet.currencies().contains(command.amount().currency());
        return Optional.of(
                otherCurrenciesOnly ? PurchaseRefusal.CURRENCY_NOT_HELD : PurchaseRefusal.INSUFFICIENT_FUNDS);
    }

    private static Purchased purchased(
            Wallet.Open wallet, Merchant.Trading merchant, PurchaseCommand.Purchase command, Instant at) {
        var amount = command.amount();
        var lots = wallet.take(amount, at);
        var commission = merchant.commissionOn(amount);
        return new Purchased(
                command.ledger(),
                command.purchase(),
                command.wallet(),
                command.merchant(),
                command.client(),
                amount,
                commission,
                wallet.available(amount.currency(), at).minus(amount),
                lots,
                command.popUp(),
                command.reference(),
                command.effective(),
                SaleEntry.of(wallet.id(), lots, merchant, amount, commission));
    }

    /** The two things that a purchase is decided over, as its ledger sees them. */
    private record Sides(Wallet wallet, Merchant merchant) {
        static Sides of(States states, PurchaseCommand.Purchase command) {
            return new Sides(
                    states.of(command.wallet()).within(command.ledger()),
                    states.of(command.merchant()).within(command.ledger()));
        }
    }
}
