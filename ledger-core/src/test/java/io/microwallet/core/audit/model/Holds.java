package io.microwallet.core.audit.model;

import io.microwallet.core.drop.DropId;
import io.microwallet.core.drop.Offer;
import io.microwallet.core.hold.HoldCommand;
import io.microwallet.core.hold.HoldCommand.CaptureHold;
import io.microwallet.core.hold.HoldCommand.PlaceDeposit;
import io.microwallet.core.hold.HoldCommand.PlaceHold;
import io.microwallet.core.hold.HoldCommand.Rest;
import io.microwallet.core.hold.HoldCommand.VoidHold;
import io.microwallet.core.membership.Benefits;
import io.microwallet.core.membership.MemberPrice;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Holds: money and, of a drop, a unit. */
final class Holds {
    private final Tables t;
    private final Purse purse;
    private final Due due;
    private final Sales sales;
    private final Rewards rewards;

    Holds(Tables tables, Sales sales) {
        t = tables;
        purse = new Purse(tables);
        due = new Due(tables);
        this.sales = sales;
        rewards = new Rewards(tables);
    }

    Answer answer(HoldCommand command, Instant at) {
        return switch (command) {
            case PlaceHold c -> place(c, at);
            case PlaceDeposit c -> place(c, at);
            case CaptureHold c -> capture(c, at);
            case VoidHold c -> letGo(c, at);
        };
    }

    private String absence(HoldCommand c) {
        var wallet = t.wallet(c.wallet(), c.ledger());
        if (wallet == null) {
            return "WALLET_NOT_FOUND";
        }
        return wallet.erased ? "WALLET_ERASED" : null;
    }

    private Answer place(PlaceHold c, Instant at) {
        if (absence(c) != null) {
            return Answer.absent(absence(c));
        }
        var drop = t.drops.get(c.drop());
        if (drop == null || !drop.ledger.equals(c.ledger())) {
            return Answer.absent("DROP_NOT_FOUND");
        }
        var price = price(c.wallet(), drop, at);
        var refusal = refusal(c, drop, price, at);
        if (refusal != null) {
            return Answer.refused(refusal);
        }
        var hold = hold(c, price);
        hold.drop = c.drop();
        hold.merchant = drop.merchant;
        hold.popUp = drop.popUp;
        hold.expires = at.plusSeconds(drop.offer.holdSeconds());
        return placed(hold, price, at);
    }

    private Answer place(PlaceDeposit c, Instant at) {
        if (absence(c) != null) {
            return Answer.absent(absence(c));
        }
        if (t.merchant(c.merchant(), c.ledger()) == null) {
            return Answer.absent("MERCHANT_NOT_FOUND");
        }
        if (t.misses(c.popUp(), c.ledger())) {
            return Answer.absent("POP_UP_NOT_FOUND");
        }
        var refusal = refusal(c, null, c.amount(), at);
        if (refusal != null) {
            return Answer.refused(refusal);
        }
        var hold = hold(c, c.amount());
        hold.merchant = c.merchant();
        hold.popUp = c.popUp();
        hold.expires = at.plusSeconds(c.holdSeconds());
        return placed(hold, c.amount(), at);
    }

    private static Rows.Hold hold(HoldCommand c, Money amount) {
        var hold = new Rows.Hold();
        hold.id = c.hold();
        hold.ledger = c.ledger();
        hold.wallet = c.wallet();
        hold.currency = amount.currency();
        return hold;
    }

    private String refusal(HoldCommand c, Rows.Drop drop, Money price, Instant at) {
        var wallet = t.wallets.get(c.wallet());
        if (wallet.closed) {
            return "WALLET_CLOSED";
        }
        if (t.frozen(c.wallet())) {
            return "WALLET_FROZEN";
        }
        var unit = c instanceof PlaceHold place ? noUnit(c.wallet(), drop, place.drop(), at) : null;
        if (unit != null) {
            return unit;
        }
        return purse.standingHolds(c.wallet(), at) >= t.limits(c.ledger()).openHolds()
                ? "TOO_MANY_OPEN_HOLDS"
                : purse.tooLittle(c.wallet(), price, at);
    }

    private String noUnit(WalletId wallet, Rows.Drop drop, DropId id, Instant at) {
        if (!at.isBefore(drop.closes)) {
            return "DROP_CLOSED";
        }
        var early = drop.offer.earlyAccess() == Offer.EarlyAccess.MEMBERS ? earlyMinutes(wallet, at) : 0;
        if (at.isBefore(drop.opens.minus(Duration.ofMinutes(early)))) {
            return "DROP_NOT_OPEN";
        }
        if (units(id, null, at) >= drop.offer.stock()) {
            return "DROP_SOLD_OUT";
        }
        return units(id, wallet, at) >= drop.offer.unitsAWallet() ? "DROP_CAP_REACHED" : null;
    }

    private List<Benefits> benefits(WalletId wallet, Instant at) {
        return t.memberships.values().stream()
                .filter(it -> it.wallet.equals(wallet) && it.runs && it.periodEnds.isAfter(at))
                .map(it -> t.plans.get(it.plan).terms.benefits())
                .toList();
    }

    private int earlyMinutes(WalletId wallet, Instant at) {
        return benefits(wallet, at).stream()
                .mapToInt(Benefits::earlyAccessMinutes)
                .max()
                .orElse(0);
    }

    private Money price(WalletId wallet, Rows.Drop drop, Instant at) {
        var member = benefits(wallet, at).stream().anyMatch(it -> it.memberPrice() == MemberPrice.YES);
        return member && drop.offer.memberPrice() != null ? drop.offer.memberPrice() : drop.offer.price();
    }

    /** How many units are sold or held, by one wallet or, where none is named, by all: counted hold by hold. */
    int units(DropId drop, WalletId wallet, Instant at) {
        var units = 0;
        for (var hold : t.holds.values()) {
            var has = hold.everCaptured || hold.standing(at);
            units += drop.equals(hold.drop) && has && (wallet == null || wallet.equals(hold.wallet)) ? 1 : 0;
        }
        return units;
    }

    private Answer placed(Rows.Hold hold, Money amount, Instant at) {
        var told = due.settle(hold.wallet, at);
        hold.parts = purse.take(hold.wallet, amount.amount(), amount.currency(), at);
        t.holds.put(hold.id, hold);
        var entry = new Entry();
        for (var part : hold.parts) {
            entry.debit(Chart.available(hold.wallet, part.lot.cash), part.amount, amount.currency());
            entry.credit(Chart.held(hold.wallet, part.lot.cash), part.amount, amount.currency());
        }
        return Answer.accepted(
                told,
                Told.of("HoldPlaced")
                        .with("merchant", hold.merchant)
                        .with("drop", hold.drop)
                        .with("popUp", hold.popUp)
                        .with("amount", amount)
                        .with("available", purse.spendableMoney(hold.wallet, amount.currency(), at))
                        .with("lots", copies(hold.parts))
                        .with("expires", hold.expires)
                        .with("journalEntry", t.post(entry)));
    }

    private static List<Rows.Part> copies(List<Rows.Part> parts) {
        var copies = new ArrayList<Rows.Part>();
        parts.forEach(part -> copies.add(part.lot.part(part.amount)));
        return copies;
    }

    private Rows.Hold known(HoldCommand c) {
        var hold = t.holds.get(c.hold());
        return hold != null && hold.ledger.equals(c.ledger()) && hold.wallet.equals(c.wallet()) ? hold : null;
    }

    private static String over(Rows.Hold hold, Instant at) {
        return switch (hold.status) {
            case "captured" -> "HOLD_CAPTURED";
            case "voided" -> "HOLD_VOIDED";
            case "expired" -> "HOLD_EXPIRED";
            default -> hold.lapsed(at) ? "HOLD_EXPIRED" : null;
        };
    }

    private Answer letGo(VoidHold c, Instant at) {
        var hold = known(c);
        if (hold == null) {
            return Answer.absent("HOLD_NOT_FOUND");
        }
        var over = over(hold, at);
        if (over != null) {
            return Answer.refused(over);
        }
        var told = due.settle(c.wallet(), at);
        hold.status = "voided";
        return Answer.accepted(told, due.letGo(hold, "HoldVoided", at));
    }

    private Answer capture(CaptureHold c, Instant at) {
        var hold = known(c);
        if (hold == null) {
            return Answer.absent("HOLD_NOT_FOUND");
        }
        var over = over(hold, at);
        if (over != null) {
            return Answer.refused(over);
        }
        if (c.amount() != null && !c.amount().currency().equals(hold.currency)) {
            return Answer.refused("HOLD_IN_ANOTHER_CURRENCY");
        }
        var amount = c.amount() == null ? hold.left() : c.amount().amount();
        return amount > hold.left() ? Answer.refused("CAPTURE_EXCEEDS_HOLD") : captured(hold, amount, c.rest(), at);
    }

    private Answer captured(Rows.Hold hold, long amount, Rest rest, Instant at) {
        var told = due.settle(hold.wallet, at);
        var parts = takeHeld(hold, amount);
        var entry = new Entry();
        parts.forEach(part -> entry.debit(Chart.held(hold.wallet, part.lot.cash), part.amount, hold.currency));
        var sale = sale(hold);
        var commission = sales.sell(sale, parts, entry);
        sale.captures++;
        sale.happened = at;
        hold.everCaptured = true;
        var returned = new ArrayList<Rows.Part>();
        var broken = new ArrayList<Rows.Part>();
        if (rest == Rest.LET_GO) {
            due.release(hold, entry, returned, broken, at);
        }
        hold.status = hold.left() == 0 ? "captured" : "open";
        told.add(Told.of("HoldCaptured")
                .with("merchant", hold.merchant)
                .with("drop", hold.drop)
                .with("popUp", hold.popUp)
                .with("part", sale.captures)
                .with("amount", new Money(amount, hold.currency))
                .with("commission", new Money(commission, hold.currency))
                .with("held", new Money(hold.left(), hold.currency))
                .with("available", purse.spendableMoney(hold.wallet, hold.currency, at))
                .with("lots", parts)
                .with("returned", returned)
                .with("broken", broken)
                .with("expires", hold.expires)
                .with("journalEntry", t.post(entry)));
        rewards.visit(hold.wallet, hold.popUp, told, at);
        return Answer.accepted(told);
    }

    /** All captures of a hold are one purchase. */
    private Rows.Sale sale(Rows.Hold hold) {
        var known = t.sales.get(hold.id.purchase());
        return known != null
                ? known
                : sales.sale(hold.id.purchase(), hold.ledger, hold.wallet, hold.merchant, hold.popUp, hold.currency);
    }

    private static List<Rows.Part> takeHeld(Rows.Hold hold, long amount) {
        var taken = new ArrayList<Rows.Part>();
        var missing = amount;
        for (var part : Purse.inOrder(hold.parts)) {
            var some = Math.min(missing, part.amount);
            part.amount -= some;
            missing -= some;
            if (some > 0) {
                taken.add(part.lot.part(some));
            }
        }
        hold.parts.removeIf(part -> part.amount == 0);
        return taken;
    }
}
