package io.microwallet.core.audit.model;

import io.microwallet.core.decision.Command;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.hold.HoldCommand.CaptureHold;
import io.microwallet.core.hold.HoldCommand.PlaceDeposit;
import io.microwallet.core.hold.HoldCommand.PlaceHold;
import io.microwallet.core.hold.HoldCommand.Rest;
import io.microwallet.core.hold.HoldCommand.VoidHold;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who holds something, and who captures it: in parts, too much, too late, or twice. */
final class HoldActs implements Acts {
    private final Tables t;
    private final SaleActs tills;
    private final Dice dice;

    HoldActs(Tables tables, Dice dice) {
        t = tables;
        tills = new SaleActs(tables, dice);
        this.dice = dice;
    }

    @Override
    public int share() {
        return t.lots.isEmpty() ? 1 : 28;
    }

    @Override
    public Command next(Instant now) {
        var open = t.holds.values().stream()
                .filter(hold -> hold.status.equals("open"))
                .toList();
        if (open.isEmpty() || dice.oneIn(2)) {
            return place(now);
        }
        var hold = dice.oneIn(8) ? dice.lately(t.holds.values()) : dice.lately(open);
        return dice.oneIn(3) ? letGo(hold) : capture(hold);
    }

    private Command place(Instant now) {
        var open = t.drops.keySet().stream()
                .filter(it -> t.drops.get(it).closes.isAfter(now))
                .toList();
        var drop = dice.lately(open.isEmpty() || dice.oneIn(12) ? t.drops.keySet() : open);
        if (drop == null || dice.oneIn(3) || (open.isEmpty() && !dice.oneIn(6))) {
            return deposit(now);
        }
        var wallet = dice.wallet(t);
        return new PlaceHold(
                dice.ledger(wallet),
                new HoldId(dice.id()),
                wallet,
                dice.oneIn(60) ? new DropId(dice.id()) : drop,
                PeopleActs.TILL,
                null);
    }

    private Command deposit(Instant now) {
        var wallet = dice.wallet(t);
        var ledger = dice.ledger(wallet);
        return new PlaceDeposit(
                ledger,
                new HoldId(dice.id()),
                wallet,
                dice.merchant(ledger),
                PeopleActs.TILL,
                tills.price(wallet, now),
                60 + dice.upTo(dice.oneIn(5) ? 2_000_000 : 1_800),
                dice.popUp(t),
                null);
    }

    private Command letGo(Rows.Hold hold) {
        return new VoidHold(
                dice.ledger(hold.wallet), dice.oneIn(60) ? new HoldId(dice.id()) : hold.id, hold.wallet, hold.drop);
    }

    private Command capture(Rows.Hold hold) {
        return new CaptureHold(
                dice.ledger(hold.wallet),
                dice.oneIn(60) ? new HoldId(dice.id()) : hold.id,
                hold.wallet,
                hold.drop,
                hold.merchant,
                PeopleActs.TILL,
                part(hold),
                dice.oneIn(2) ? Rest.KEPT : Rest.LET_GO,
                null);
    }

    private @Nullable Money part(Rows.Hold hold) {
        if (dice.oneIn(3)) {
            return null;
        }
        var currency = dice.oneIn(30) ? dice.currency() : hold.currency;
        return new Money(1 + dice.upTo((int) Math.min(30_000, hold.left() + 1)), currency);
    }
}
