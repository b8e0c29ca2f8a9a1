package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.TILL;

import io.microwallet.core.drop.DropCommand.CloseDrop;
import io.microwallet.core.drop.DropCommand.CreateDrop;
import io.microwallet.core.drop.DropCommand.OpenDrop;
import io.microwallet.core.drop.DropCommand.RescheduleDrop;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.drop.Offer;
import io.microwallet.core.drop.Offer.EarlyAccess;
import io.microwallet.core.given.Log;
import io.microwallet.core.given.Row;
import io.microwallet.core.hold.Hold;
import io.microwallet.core.hold.HoldCommand.CaptureHold;
import io.microwallet.core.hold.HoldCommand.PlaceDeposit;
import io.microwallet.core.hold.HoldCommand.PlaceHold;
import io.microwallet.core.hold.HoldCommand.Rest;
import io.microwallet.core.hold.HoldCommand.VoidHold;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.Window;
import io.microwallet.core.wallet.WalletCommand.SettleOverdue;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;

/** The part of a crowd that wants units of drops and makes deposits, and the tills that capture them, or do not. */
final class Holders {
    private static final int DROPS = 3;
    private static final int STOCK_MAX = 6;
    private static final Instant OPENS = Row.EARLIER;
    private static final Instant CLOSES = Row.EARLIER.plusSeconds(86_400);

    private final Random random;
    private final MoneyBack moneyBack;
    private final List<HoldId> holds = new ArrayList<>();

    Holders(Random random, MoneyBack moneyBack) {
        this.random = random;
        this.moneyBack = moneyBack;
    }

    static List<DropId> drops() {
        return LongStream.range(0, DROPS)
                .mapToObj(number -> new DropId(new UUID(11, number)))
                .toList();
    }

    Command next(Log log, WalletId wallet, MerchantId merchant, Money amount) {
        var drop = drops().get(random.nextInt(DROPS));
        return switch (random.nextInt(16)) {
            case 0 -> create(drop, merchant);
            case 1 -> aboutDrop(drop);
            case 2, 3, 4, 5, 6 -> new PlaceHold(LEDGER, hold(), wallet, drop, TILL, null);
            case 7, 8 -> deposit(wallet, merchant, amount);
            case 9 -> new SettleOverdue(wallet);
            default -> aboutHold(log, amount);
        };
    }

    private CreateDrop create(DropId drop, MerchantId merchant) {
        var stock = 1 + random.nextInt(STOCK_MAX);
        var price = Money.of(1 + random.nextInt(5), "EUR");
        var offer = new Offer(stock, price, null, EarlyAccess.NOBODY, 1 + random.nextInt(stock), 60);
        return new CreateDrop(LEDGER, drop, merchant, null, NAME, offer, new Window(OPENS, CLOSES), null);
    }

    private Command aboutDrop(DropId drop) {
        return switch (random.nextInt(4)) {
            case 0 -> new OpenDrop(LEDGER, drop);
            case 1 -> new CloseDrop(LEDGER, drop);
            case 2 -> new RescheduleDrop(LEDGER, drop, new Window(CLOSES.minusSeconds(1), CLOSES));
            default -> new RescheduleDrop(LEDGER, drop, new Window(OPENS, CLOSES));
        };
    }

    private PlaceDeposit deposit(WalletId wallet, MerchantId merchant, Money amount) {
        return new PlaceDeposit(LEDGER, hold(), wallet, merchant, TILL, amount, 60, null, null);
    }

    private HoldId hold() {
        var hold = new HoldId(new UUID(random.nextLong(), random.nextLong()));
        holds.add(hold);
        moneyBack.bought(hold.purchase());
        return hold;
    }

    /** Mostly one of the last: it may still be open. */
    private Command aboutHold(Log log, Money amount) {
        for (var tries = 0; tries < 10 && !holds.isEmpty(); tries++) {
            var from = random.nextInt(4) == 0 ? 0 : Math.max(0, holds.size() - 30);
            var id = holds.get(from + random.nextInt(holds.size() - from));
            if (log.state(id) instanceof Hold.Placed hold) {
                return aboutHold(hold, amount);
            }
        }
        return new SettleOverdue(new WalletId(new UUID(4, 0)));
    }

    private Command aboutHold(Hold.Placed hold, Money amount) {
        var placed = hold.placed();
        var rest = random.nextBoolean() ? Rest.KEPT : Rest.LET_GO;
        var part = random.nextInt(3) == 0 ? null : amount;
        return random.nextInt(3) == 0
                ? new VoidHold(LEDGER, placed.hold(), placed.wallet(), placed.drop())
                : new CaptureHold(
                        LEDGER,
                        placed.hold(),
                        placed.wallet(),
                        placed.drop(),
                        placed.merchant(),
                        TILL,
                        part,
                        rest,
                        null);
    }
}
