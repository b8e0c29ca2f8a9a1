package io.microwallet.core.audit.model;

import io.microwallet.core.decision.Command;
import io.microwallet.core.drop.DropCommand.CloseDrop;
import io.microwallet.core.drop.DropCommand.CreateDrop;
import io.microwallet.core.drop.DropCommand.OpenDrop;
import io.microwallet.core.drop.DropCommand.RescheduleDrop;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.drop.Offer;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpCommand.ClosePopUp;
import io.microwallet.core.popup.PopUpCommand.CreatePopUp;
import io.microwallet.core.popup.PopUpCommand.OpenPopUp;
import io.microwallet.core.popup.PopUpCommand.ReschedulePopUp;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.popup.Window;
import java.time.Instant;
import java.time.ZoneId;

/** Who plans the evenings and the drops. */
final class EveningActs implements Acts {
    private static final int SOON_SECONDS = 7_200;

    private final Tables t;
    private final Dice dice;

    EveningActs(Tables tables, Dice dice) {
        t = tables;
        this.dice = dice;
    }

    @Override
    public int share() {
        return t.drops.size() < 3 ? 15 : 6;
    }

    @Override
    public Command next(Instant now) {
        return dice.oneIn(t.popUps.size() < 4 ? 2 : 4) ? aboutPopUp(now) : aboutDrop(now);
    }

    private Command aboutPopUp(Instant now) {
        var known = dice.lately(t.popUps.keySet());
        if (known == null || (t.popUps.size() < 8 && dice.oneIn(2))) {
            var zone = dice.oneIn(2) ? ZoneId.of("Asia/Tokyo") : null;
            var id = known != null && dice.oneIn(8) ? known : new PopUpId(dice.id());
            return new CreatePopUp(dice.ledger(), id, PeopleActs.TEXT, window(now), zone, null);
        }
        var id = dice.oneIn(40) ? new PopUpId(dice.id()) : known;
        return switch (dice.upTo(5)) {
            case 0, 1, 2 -> new OpenPopUp(dice.ledger(), id);
            case 3 -> new ClosePopUp(dice.ledger(), id);
            default -> new ReschedulePopUp(dice.ledger(), id, window(now));
        };
    }

    private Command aboutDrop(Instant now) {
        var known = dice.lately(t.drops.keySet());
        if (known == null || dice.oneIn(3)) {
            var id = known != null && dice.oneIn(10) ? known : new DropId(dice.id());
            var ledger = dice.ledger();
            return new CreateDrop(
                    ledger, id, dice.merchant(ledger), dice.popUp(t), PeopleActs.TEXT, offer(), window(now), null);
        }
        var id = dice.oneIn(40) ? new DropId(dice.id()) : known;
        return switch (dice.upTo(4)) {
            case 0 -> new CloseDrop(dice.ledger(), id);
            case 1 -> new RescheduleDrop(dice.ledger(), id, window(now));
            default -> new OpenDrop(dice.ledger(), id);
        };
    }

    private Offer offer() {
        var stock = 1 + dice.upTo(6);
        var price = new Money(1 + dice.upTo(8), dice.currency());
        var memberPrice = dice.oneIn(2) ? new Money(1 + dice.upTo((int) price.amount()), price.currency()) : null;
        var early = dice.oneIn(2) ? Offer.EarlyAccess.MEMBERS : Offer.EarlyAccess.NOBODY;
        return new Offer(stock, price, memberPrice, early, 1 + dice.upTo(stock), 60 + dice.upTo(1_800));
    }

    /** Mostly one that is open now; sometimes one of the past or of later on. */
    private Window window(Instant now) {
        var opens = now.plusSeconds(dice.upTo(SOON_SECONDS) - (dice.oneIn(2) ? 0L : SOON_SECONDS));
        return new Window(opens, opens.plusSeconds(1L + dice.upTo(40 * SOON_SECONDS)));
    }
}
