package io.microwallet.core.drop;

import io.microwallet.core.hold.HoldId;
import io.microwallet.core.tree.SortedTree;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** With what {@link #contents} told. */
    public static Stock of(Contents contents) {
        var held = SortedTree.<HeldUnit, WalletId>empty();
        for (var unit : contents.held()) {
            held = held.with(HeldUnit.of(unit.hold(), unit.expires()), unit.wallet());
        }
        var soldTo = SortedTree.<UUID, Integer>empty();
        for (var units : contents.soldTo()) {
            soldTo = soldTo.with(units.wallet().value(), units.units());
        }
        return new Stock(contents.stock(), contents.sold(), held, soldTo);
    }

    /** All that it knows, to be kept elsewhere: held units by expiry, sold ones by wallet. */
    public record Contents(int stock, int sold, List<Held> held, List<SoldTo> soldTo) {
        public Contents {
            held = List.copyOf(held);
            soldTo = List.copyOf(soldTo);
        }

        public record Held(HoldId hold, Instant expires, WalletId wallet) {}

        public record SoldTo(WalletId wallet, int units) {}
    }

    public Contents contents() {
        var open = new ArrayList<Contents.Held>(held.size());
        held.forEach((unit, wallet) -> open.add(new Contents.Held(new HoldId(unit.hold()), unit.expires(), wallet)));
        var sales = new ArrayList<Contents.SoldTo>(soldTo.size());
        soldTo.forEach((wallet, units) -> sales.add(new Contents.SoldTo(new WalletId(wallet), units)));
        return new Contents(stock, sold, open, sales);
    }

    /** How much {@link #contents} tells: units held, and wallets sold to. */
    public int size() {
        return held.size() + soldTo.size();
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
