package io.microwallet.core.drop;

import io.microwallet.core.hold.HoldId;
import io.microwallet.core.tree.SortedTree;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a drop's units are. A unit lapses by itself: it is never counted as held from the instant that its hold expires, whatever
 * is recorded of that, and when. Nothing here is copied for an event, so that 100,000 open holds cost what ten do.
 */
public final class Stock {
    private final int stock;
    private final int sold;
    private final SortedTree<HeldUnit, WalletId> held;
    private final SortedTree<UUID, Integer> soldTo;

    private Stock(int stock, int sold, SortedTree<HeldUnit, WalletId> held, SortedTree<UUID, Integer> soldTo) {
        this.stock = stock;
        this.sold = sold;
        this.held = held;
        this.soldTo = soldTo;
    }

    static Stock of(int units) {
        return new Stock(units, 0, SortedTree.empty(), SortedTree.empty());
    }

    public Units at(Instant instant) {
        var holding = held.size() - held.countBelow(HeldUnit.after(instant));
        return new Units(stock, sold, holding, stock - sold - holding);
    }

    public int free(Instant at) {
        return stock - sold - (held.size() - held.countBelow(HeldUnit.after(at)));
    }

    /** How many units this wallet has paid for. */
    public int soldTo(WalletId wallet) {
        return soldTo.get(wallet.value()).orElse(0);
    }

    /** What has lapsed by now never comes back: the ledger's time does not. */
    Stock holding(HoldId hold, Instant expires, WalletId wallet, Instant at) {
        var open = held.from(HeldUnit.after(at)).with(HeldUnit.of(hold, expires), wallet);
        return new Stock(stock, sold, open, soldTo);
    }

    /** Let go of before it was paid for; nothing happens where it had lapsed, or was paid for. */
    Stock without(HoldId hold, Instant expires) {
        var left = held.without(HeldUnit.of(hold, expires));
        return left.size() == held.size() ? this : new Stock(stock, sold, left, soldTo);
    }

    /** Sold with the first capture; every other one leaves it so. */
    Stock sold(HoldId hold, Instant expires, WalletId wallet) {
        var left = held.without(HeldUnit.of(hold, expires));
        return left.size() == held.size()
                ? this
                : new Stock(stock, sold + 1, left, soldTo.with(wallet.value(), soldTo(wallet) + 1));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Stock that
                && stock == that.stock
                && sold == that.sold
                && held.equals(that.held)
                && soldTo.equals(that.soldTo);
    }

    @Override
    public int hashCode() {
        return Objects.hash(stock, sold, held, soldTo);
    }
}
