package io.microwallet.api.bench.market;

import io.microwallet.api.bench.load.Order;
import io.microwallet.core.hold.HoldCommand.CaptureHold;
import io.microwallet.core.hold.HoldCommand.PlaceDeposit;
import io.microwallet.core.hold.HoldCommand.Rest;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.refund.RefundCommand.RefundPurchase;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.refund.RefundTarget;
import io.microwallet.core.request.Operation;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletId;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The mix of an evening: of ten things that members begin, seven are purchases, two are holds and one is a top-up. A hold is
 * captured and a top-up succeeds as soon as it can; one purchase in ten is refunded.
 */
public final class Evening {
    private static final Money TOP_UP = Money.of(5_000, "EUR");
    private static final Money DEPOSIT = Money.of(2_000, "EUR");
    private static final int HOLD_SECONDS = 900;
    private static final int TENTHS = 10;
    private static final int PURCHASES = 7;
    private static final int HOLDS = 2;

    private final Market market;
    private final Queue<Order> followUps = new ConcurrentLinkedQueue<>();

    public Evening(Market market) {
        this.market = market;
    }

    /** What an earlier one led to goes first. */
    public Order next() {
        var followUp = followUps.poll();
        return followUp == null ? begun() : followUp;
    }

    private Order begun() {
        var wallet = market.anyWallet();
        var kind = ThreadLocalRandom.current().nextInt(TENTHS);
        if (kind < PURCHASES) {
            return purchase(wallet);
        }
        return kind < PURCHASES + HOLDS ? hold(wallet) : topUp(wallet);
    }

    private Order purchase(WalletId wallet) {
        var purchase = new PurchaseId(Market.uuid());
        var refunded = ThreadLocalRandom.current().nextInt(TENTHS) == 0;
        return market.purchase(wallet, purchase, () -> {
            if (refunded) {
                followUps.add(refund(wallet, purchase));
            }
        });
    }

    private Order hold(WalletId wallet) {
        var hold = new HoldId(Market.uuid());
        var command = new PlaceDeposit(
                market.ledger(),
                hold,
                wallet,
                market.merchant(),
                market.client(),
                DEPOSIT,
                HOLD_SECONDS,
                null,
                market.reference(wallet));
        return market.order(Operation.PLACE_HOLD, command, () -> followUps.add(capture(wallet, hold)));
    }

    private Order topUp(WalletId wallet) {
        var topUp = new TopUpId(Market.uuid());
        return market.requestTopUp(
                wallet, topUp, TOP_UP, () -> followUps.add(market.reportTopUp(wallet, topUp, TOP_UP)));
    }

    private Order capture(WalletId wallet, HoldId hold) {
        return market.order(
                Operation.CAPTURE_HOLD,
                new CaptureHold(
                        market.ledger(),
                        hold,
                        wallet,
                        null,
                        market.merchant(),
                        market.client(),
                        null,
                        Rest.LET_GO,
                        null));
    }

    private Order refund(WalletId wallet, PurchaseId purchase) {
        return market.order(
                Operation.REFUND_PURCHASE,
                new RefundPurchase(
                        market.ledger(),
                        new RefundId(Market.uuid()),
                        purchase,
                        wallet,
                        market.merchant(),
                        market.client(),
                        null,
                        RefundTarget.WALLET,
                        List.of(),
                        null,
                        null));
    }
}
