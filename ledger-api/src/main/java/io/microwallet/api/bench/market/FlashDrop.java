package io.microwallet.api.bench.market;

import io.microwallet.api.bench.load.Order;
import io.microwallet.core.drop.DropCommand.CreateDrop;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.drop.Offer;
import io.microwallet.core.hold.HoldCommand.PlaceHold;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.ledger.LedgerCommand.ChangeLimits;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.ledger.LimitsChange;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.Window;
import io.microwallet.core.request.Operation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Everybody wants the same drop, and there is enough of it: a drop has a million units at most, and where that is not enough the
 * next one follows. Wallets take turns, so that none has more holds open than any other.
 */
public final class FlashDrop {
    private static final Duration OPEN = Duration.ofDays(1);
    private static final Money PRICE = Money.of(2_500, "EUR");

    private final Market market;
    private final List<DropId> drops;
    private final AtomicLong asked = new AtomicLong();

    /** @param holds how many may be asked for */
    public FlashDrop(Market market, long holds) {
        this.market = market;
        var count = (int) Math.ceilDiv(holds, Offer.STOCK_MAX);
        this.drops = IntStream.range(0, count)
                .mapToObj(_ -> new DropId(Market.uuid()))
                .toList();
    }

    /** How many holds its wallets can have open together. */
    public static long holdsMax(int wallets) {
        return (long) wallets * Limits.OPEN_HOLDS_MAX;
    }

    public List<Order> announce() {
        var orders = new ArrayList<Order>();
        var change = new LimitsChange(null, null, null, Limits.OPEN_HOLDS_MAX, null, null);
        orders.add(market.order(Operation.CHANGE_LIMITS, new ChangeLimits(market.ledger(), market.client(), change)));
        drops.forEach(drop -> orders.add(announce(drop)));
        return orders;
    }

    private Order announce(DropId drop) {
        var offer = new Offer(
                Offer.STOCK_MAX, PRICE, null, Offer.EarlyAccess.NOBODY, Limits.OPEN_HOLDS_MAX, (int) OPEN.toSeconds());
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var window = new Window(now.minus(OPEN), now.plus(OPEN));
        return market.order(
                Operation.CREATE_DROP,
                new CreateDrop(market.ledger(), drop, market.merchant(), null, Market.name(), offer, window, null));
    }

    public Order hold() {
        var number = asked.getAndIncrement();
        var wallet = market.wallets().get((int) (number % market.wallets().size()));
        var drop = drops.get((int) Math.min(drops.size() - 1, number / Offer.STOCK_MAX));
        var hold = new HoldId(Market.uuid());
        return market.order(
                Operation.PLACE_HOLD,
                new PlaceHold(market.ledger(), hold, wallet, drop, market.client(), market.reference(wallet)));
    }
}
