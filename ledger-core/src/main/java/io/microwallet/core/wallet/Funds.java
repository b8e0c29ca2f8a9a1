package io.microwallet.core.wallet;

import io.microwallet.core.drop.DropId;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A wallet's money: {@code lots} are spendable, in burn-down order; {@code holds} are open, in the order they were placed. */
public record Funds(List<Lot> lots, List<OpenHold> holds, List<Receivable> receivables) {
    public static final Funds NONE = new Funds(List.of(), List.of(), List.of());

    public Funds {
        lots = List.copyOf(lots);
        holds = OpenHolds.of(holds);
        receivables = List.copyOf(receivables);
    }

    /** Where the member owes nothing. */
    public Funds(List<Lot> lots, List<OpenHold> holds) {
        this(lots, holds, List.of());
    }

    /** What can be spent at an instant: lots that have expired by then are no part of it. */
    public Money available(Currency currency, Instant at) {
        return BurnDown.spendable(lots, currency, at);
    }

    /** What open holds reserve. */
    public Money held(Currency currency) {
        long sum = 0;
        for (var hold : holds) {
            sum += hold.held(currency).amount();
        }
        return new Money(sum, currency);
    }

    public boolean isEmpty() {
        return lots.isEmpty() && holds.isEmpty();
    }

    /** The currencies that it has money in, in burn-down order. */
    public List<Currency> currencies() {
        var held = holds.stream().flatMap(hold -> hold.lots().stream());
        return Stream.concat(lots.stream(), held)
                .map(lot -> lot.amount().currency())
                .distinct()
                .toList();
    }

    /** How many lots have something left, here or in a hold. */
    int openLots() {
        if (holds.isEmpty()) {
            return lots.size();
        }
        var open = new HashSet<LotId>();
        lots.forEach(lot -> open.add(lot.id()));
        holds.forEach(hold -> hold.lots().forEach(lot -> open.add(lot.id())));
        return open.size();
    }

    public Optional<OpenHold> hold(HoldId id) {
        for (var hold : holds) {
            if (hold.id().equals(id)) {
                return Optional.of(hold);
            }
        }
        return Optional.empty();
    }

    /** How many units of a drop its holds have, and have not begun to pay for. */
    int unitsHeld(DropId drop) {
        return OpenHolds.of(holds).units(drop);
    }

    /** The first instant at which something here ends by itself. */
    Optional<Instant> nextDue() {
        var expires = lots.isEmpty()
                ? Optional.<Instant>empty()
                : Optional.ofNullable(lots.getFirst().expires());
        var lapses = OpenHolds.of(holds).soonest();
        return expires.isPresent() && lapses.isPresent() && lapses.get().isAfter(expires.get())
                ? expires
                : lapses.or(() -> expires);
    }

    /** Spent, or gone by time. */
    public Funds without(List<Lot> parts) {
        return new Funds(BurnDown.without(lots, parts), holds, receivables);
    }

    public Funds with(Lot part) {
        return new Funds(BurnDown.with(lots, part), holds, receivables);
    }

    public Funds with(List<Lot> parts) {
        return new Funds(BurnDown.with(lots, parts), holds, receivables);
    }

    /** Its parts are reserved from now on. */
    public Funds holding(OpenHold hold) {
        return new Funds(
                BurnDown.without(lots, hold.lots()), OpenHolds.of(holds).with(hold), receivables);
    }

    /** These parts of a hold were paid; a hold with nothing left is over. */
    public Funds captured(HoldId id, List<Lot> parts) {
        var left = new ArrayList<OpenHold>(holds.size());
        for (var hold : holds) {
            var rest = hold.id().equals(id) ? hold.without(parts) : hold;
            if (!rest.lots().isEmpty()) {
                left.add(rest);
            }
        }
        return new Funds(lots, left, receivables);
    }

    /** A hold is over; of what it held, these parts are spendable again, the others have expired meanwhile. */
    public Funds letGo(HoldId id, List<Lot> returned) {
        var left = new ArrayList<OpenHold>(holds.size());
        for (var hold : holds) {
            if (!hold.id().equals(id)) {
                left.add(hold);
            }
        }
        return new Funds(BurnDown.with(lots, returned), left, receivables);
    }

    /** What of the cash there is for an amount: of the lot named first, then in burn-down order. */
    public List<Lot> takeCash(Money amount, @Nullable LotId first) {
        return BurnDown.takeCash(lots, amount, first);
    }

    /** Cash that is spendable now. */
    public Money cash(Currency currency) {
        return BurnDown.sum(lots, LotKind.CASH, currency);
    }

    /** What the member owes in any currency. */
    public boolean owes() {
        return Receivable.anyOwed(receivables);
    }

    /** What the member owes, and has been let off, in one currency. */
    Receivable receivable(Currency currency) {
        return Receivable.in(receivables, currency);
    }

    Funds owing(Money more) {
        return with(receivable(more.currency()).plus(more));
    }

    Funds with(Receivable changed) {
        return new Funds(lots, holds, Receivable.with(receivables, changed));
    }
}
