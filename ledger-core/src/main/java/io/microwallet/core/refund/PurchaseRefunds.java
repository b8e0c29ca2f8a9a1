package io.microwallet.core.refund;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.EffectiveTime;
import io.microwallet.core.decision.States;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.merchant.Merchant;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.Purchase;
import io.microwallet.core.refund.RefundCommand.RefundPurchase;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.wallet.BurnDown;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a purchase is undone, and what becomes of each part of it. */
final class PurchaseRefunds {
    private PurchaseRefunds() {}

    static Decision decide(States states, RefundPurchase command, Instant at) {
        return switch (states.of(command.wallet()).within(command.ledger())) {
            case Wallet.Unborn _ -> absent(Absence.WALLET_NOT_FOUND);
            case Wallet.Erased _ -> absent(Absence.WALLET_ERASED);
            case Wallet.Open wallet -> over(states, command, made -> decide(states, wallet, made, command, at));
            case Wallet.Closed _ -> over(states, command, made -> refused(RefundRefusal.WALLET_CLOSED));
        };
    }

    /** What a purchase of this wallet leaves to decide. */
    @FunctionalInterface
    private interface OfPurchase {
        Decision decide(Purchase.Made made);
    }

    private static Decision over(States states, RefundPurchase command, OfPurchase rest) {
        return switch (states.of(command.purchase())) {
            case Purchase.Made made
            when isOf(command, made) ->
                states.of(command.refund()) instanceof Refund.Unborn
                        ? rest.decide(made)
                        : refused(RefundRefusal.REFUND_ALREADY_EXISTS);
            case Purchase.Made _, Purchase.Unborn _ -> absent(Absence.PURCHASE_NOT_FOUND);
        };
    }

    private static boolean isOf(RefundPurchase command, Purchase.Made made) {
        var sale = made.sale();
        return sale.ledger().equals(command.ledger())
                && sale.wallet().equals(command.wallet())
                && sale.merchant().equals(command.merchant());
    }

    private static Decision decide(
            States states, Wallet.Open wallet, Purchase.Made made, RefundPurchase command, Instant at) {
        return switch (states.of(command.merchant())) {
            case Merchant.Unborn _ -> absent(Absence.MERCHANT_NOT_FOUND);
            case Merchant.Trading merchant ->
                refusal(made, command, at)
                        .map(Decision::refused)
                        .orElseGet(() ->
                                undo(new Undoing(states, wallet, made, merchant, command, grace(states, command), at)));
        };
    }

    /** How long a member may spend what was refunded into a lot that has expired. */
    private static Duration grace(States states, RefundPurchase command) {
        return Duration.ofDays(
                switch (states.of(command.ledger())) {
                    case Ledger.Created ledger -> ledger.limits().refundGraceDays();
                    case Ledger.Unborn _ -> Limits.DEFAULT.refundGraceDays();
                });
    }

    private static Optional<RefundRefusal> refusal(Purchase.Made made, RefundPurchase command, Instant at) {
        var left = made.refundable();
        var amount = command.amount() == null ? left : command.amount();
        if (EffectiveTime.isInFuture(command.effective(), at)) {
            return Optional.of(RefundRefusal.EFFECTIVE_TIME_IN_FUTURE);
        }
        if (EffectiveTime.isTooOld(command.effective(), at)) {
            return Optional.of(RefundRefusal.EFFECTIVE_TIME_TOO_OLD);
        }
        if (command.effective() != null && command.effective().isBefore(made.happened())) {
            return Optional.of(RefundRefusal.EFFECTIVE_BEFORE_PURCHASE);
        }
        if (amount.currency() != left.currency()) {
            return Optional.of(RefundRefusal.REFUND_CURRENCY_DIFFERS);
        }
        if (left.isZero()) {
            return Optional.of(RefundRefusal.PURCHASE_ALREADY_REFUNDED);
        }
        return amount.compareTo(left) > 0 ? Optional.of(RefundRefusal.REFUND_EXCEEDS_PURCHASE) : Optional.empty();
    }

    private static Decision undo(Undoing undoing) {
        var undone = undoing.undone();
        var parts = undoing.parts(undone);
        if (parts.isEmpty()) {
            return refused(RefundRefusal.SOURCE_EXHAUSTED);
        }
        var returned = undoing.returned(undone);
        if (!undoing.wallet.canCount(undoing.sum(returned), undoing.at)) {
            return refused(RefundRefusal.BALANCE_TOO_LARGE);
        }
        return BurnDown.with(undoing.wallet.lots(), returned).size() > Wallet.Open.LOTS_MAX
                ? refused(RefundRefusal.TOO_MANY_OPEN_LOTS)
                : accepted(undoing.event(undone, returned, parts.get()));
    }

    /** A refund that nothing stands in the way of, but its sources perhaps. */
    private record Undoing(
            States states,
            Wallet.Open wallet,
            Purchase.Made made,
            Merchant.Trading merchant,
            RefundPurchase command,
            Duration grace,
            Instant at) {

        Money amount() {
            return command.amount() == null ? made.refundable() : command.amount();
        }

        List<Lot> undone() {
            return BurnDown.takeLast(BurnDown.without(made.lots(), made.refunded()), amount());
        }

        /** Empty where a source has not enough left of what it brought in. */
        Optional<List<RefundPart>> parts(List<Lot> undone) {
            return switch (command.to()) {
                case WALLET -> Optional.of(List.of());
                case SOURCE -> new Sources(states, command.sources()).allOf(undone);
            };
        }

        List<Lot> returned(List<Lot> undone) {
            return undone.stream()
                    .filter(part -> switch (command.to()) {
                        case WALLET -> true;
                        case SOURCE -> part.kind() == LotKind.CREDIT;
                    })
                    .map(part -> GraceLots.of(command.refund(), part, at, grace))
                    .toList();
        }

        PurchaseRefunded event(List<Lot> undone, List<Lot> returned, List<RefundPart> parts) {
            var amount = amount();
            var left = made.refundable().minus(amount);
            var commission = made.commission().minus(merchant.commissionOn(left));
            return new PurchaseRefunded(
                    command.ledger(),
                    command.refund(),
                    command.purchase(),
                    command.wallet(),
                    command.merchant(),
                    command.client(),
                    amount,
                    commission,
                    command.to(),
                    undone,
                    returned,
                    parts,
                    wallet.available(amount.currency(), at).plus(sum(returned)),
                    made.sale().popUp(),
                    command.reference(),
                    command.effective(),
                    RefundEntry.of(wallet.id(), merchant, amount, commission, returned, parts));
        }

        Money sum(List<Lot> lots) {
            return lots.stream()
                    .map(Lot::amount)
                    .reduce(Money.zero(made.captured().currency()), Money::plus);
        }
    }
}
