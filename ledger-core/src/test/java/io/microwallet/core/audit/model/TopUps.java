package io.microwallet.core.audit.model;

import io.microwallet.core.ledger.Mode;
import io.microwallet.core.topup.TopUpCommand;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpFailed;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpCommand.RequestTopUp;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Top-ups: asked for by clients, decided by processors. */
final class TopUps {
    private static final long AMOUNT_MAX = 1_000_000_000_000L;
    private static final long BALANCE_MAX = 1_000_000_000_000_000L;
    private static final int LOTS_MAX = 1_000;
    private static final Duration AGE_MAX = Duration.ofDays(366);

    private final Tables t;
    private final Purse purse;
    private final Due due;

    TopUps(Tables tables) {
        t = tables;
        purse = new Purse(tables);
        due = new Due(tables);
    }

    Answer answer(TopUpCommand command, Instant at) {
        return switch (command) {
            case RequestTopUp c -> request(c, at);
            case ReportTopUpSucceeded c -> succeeded(c, at);
            case ReportTopUpFailed c -> failed(c, at);
        };
    }

    private Answer request(RequestTopUp c, Instant at) {
        var wallet = t.wallet(c.wallet(), c.ledger());
        if (wallet == null) {
            return Answer.absent("WALLET_NOT_FOUND");
        }
        if (wallet.erased) {
            return Answer.absent("WALLET_ERASED");
        }
        if (t.misses(c.popUp(), c.ledger())) {
            return Answer.absent("POP_UP_NOT_FOUND");
        }
        if (!wallet.closed && !t.topUps.containsKey(c.topUp()) && !t.ledgers.containsKey(c.ledger())) {
            return Answer.absent("LEDGER_NOT_FOUND");
        }
        var refusal = refusal(wallet, c, at);
        if (refusal != null) {
            return Answer.refused(refusal);
        }
        var topUp = new Rows.TopUp();
        topUp.id = c.topUp();
        topUp.wallet = c.wallet();
        topUp.processor = c.processor();
        topUp.popUp = c.popUp();
        topUp.askedAt = at;
        topUp.currency = c.amount().currency();
        topUp.asked = c.amount().amount();
        t.topUps.put(c.topUp(), topUp);
        return Answer.accepted(due.settle(c.wallet(), at), Told.of("TopUpRequested"));
    }

    private String refusal(Rows.Wallet wallet, RequestTopUp c, Instant at) {
        if (t.topUps.containsKey(c.topUp())) {
            return "TOP_UP_ALREADY_EXISTS";
        }
        if (wallet.closed) {
            return "WALLET_CLOSED";
        }
        var mode = t.ledgers.get(c.ledger()).mode;
        if (!c.processorServes().contains(mode)) {
            return c.processorServes().isEmpty()
                    ? "PROCESSOR_UNKNOWN"
                    : mode == Mode.LIVE ? "PROCESSOR_REFUSES_LIVE" : "PROCESSOR_REFUSES_SANDBOX";
        }
        var effective = effective(c.effective(), at);
        if (effective != null) {
            return effective;
        }
        if (c.amount().amount() > AMOUNT_MAX) {
            return "TOP_UP_AMOUNT_TOO_LARGE";
        }
        return beyond(t.ledgers.get(c.ledger()), c, at);
    }

    /** What of the ledger's limits stands in the way. */
    private String beyond(Rows.Ledger ledger, RequestTopUp c, Instant at) {
        var currency = c.amount().currency();
        if (c.amount().amount() > Rows.Ledger.most(ledger.limits.topUp(), currency)) {
            return "TOP_UP_LIMIT_EXCEEDED";
        }
        if (askedToday(c.wallet(), ledger.zone, at) >= ledger.limits.topUpsADay()) {
            return "TOO_MANY_TOP_UPS_TODAY";
        }
        if (!purse.mayHave(c.wallet(), c.amount().amount(), currency, ledger.limits, at)) {
            return "BALANCE_LIMIT_EXCEEDED";
        }
        return purse.hasRoom(c.wallet(), 1, ledger.limits.openLots(), at) ? null : "TOO_MANY_OPEN_LOTS";
    }

    private long askedToday(WalletId wallet, ZoneId zone, Instant at) {
        var today = at.atZone(zone).toLocalDate();
        return t.topUps.values().stream()
                .filter(it -> it.wallet.equals(wallet))
                .filter(it -> it.askedAt.atZone(zone).toLocalDate().equals(today))
                .count();
    }

    static String effective(Instant effective, Instant at) {
        if (effective == null) {
            return null;
        }
        if (effective.isAfter(at)) {
            return "EFFECTIVE_TIME_IN_FUTURE";
        }
        return Duration.between(effective, at).compareTo(AGE_MAX) > 0 ? "EFFECTIVE_TIME_TOO_OLD" : null;
    }

    private Answer succeeded(ReportTopUpSucceeded c, Instant at) {
        var topUp = t.topUps.get(c.topUp());
        if (topUp == null) {
            return Answer.absent("TOP_UP_NOT_FOUND");
        }
        if (topUp.status.equals("came") || topUp.status.equals("unclaimed")) {
            return new Answer.Known();
        }
        if (!topUp.wallet.equals(c.wallet())) {
            return Answer.absent("TOP_UP_NOT_FOUND");
        }
        var asLot = fits(topUp, c, at);
        topUp.status = asLot ? "came" : "unclaimed";
        topUp.came = c.amount().amount();
        topUp.cameIn = c.amount().currency();
        topUp.charge = c.processorReference();
        return asLot ? lot(topUp, c, at) : unclaimed(topUp, c, at);
    }

    private boolean fits(Rows.TopUp topUp, ReportTopUpSucceeded c, Instant at) {
        var balance = purse.balance(c.wallet(), c.amount().currency(), at);
        var begun = purse.lot(c.wallet(), LotId.of(topUp.id));
        return (begun == null || begun.currency.equals(c.amount().currency()))
                && !t.wallets.get(c.wallet()).closed
                && balance + c.amount().amount() <= BALANCE_MAX
                && (topUp.status.equals("asked") || purse.hasRoom(c.wallet(), 1, LOTS_MAX, at));
    }

    private Answer lot(Rows.TopUp topUp, ReportTopUpSucceeded c, Instant at) {
        var told = due.settle(c.wallet(), at);
        var begun = purse.lot(c.wallet(), LotId.of(topUp.id));
        purse.cashLot(c.wallet(), LotId.of(topUp.id), topUp.cameIn, at).free += topUp.came;
        var entry = new Entry()
                .debit(Chart.clearing(topUp.processor), topUp.came, topUp.cameIn)
                .credit(Chart.available(c.wallet(), true), topUp.came, topUp.cameIn);
        return Answer.accepted(
                told,
                Told.of("TopUpSucceeded")
                        .with("available", purse.spendableMoney(c.wallet(), topUp.cameIn, at))
                        .with("since", begun == null ? null : begun.since)
                        .with("journalEntry", t.post(entry)));
    }

    private Answer unclaimed(Rows.TopUp topUp, ReportTopUpSucceeded c, Instant at) {
        var entry = new Entry()
                .debit(Chart.clearing(topUp.processor), topUp.came, topUp.cameIn)
                .credit(Chart.UNCLAIMED, topUp.came, topUp.cameIn);
        return Answer.accepted(
                due.settle(c.wallet(), at), Told.of("TopUpUnclaimed").with("journalEntry", t.post(entry)));
    }

    private Answer failed(ReportTopUpFailed c, Instant at) {
        var topUp = t.topUps.get(c.topUp());
        if (topUp == null) {
            return Answer.absent("TOP_UP_NOT_FOUND");
        }
        if (!topUp.status.equals("asked")) {
            return new Answer.Known();
        }
        if (!topUp.wallet.equals(c.wallet())) {
            return Answer.absent("TOP_UP_NOT_FOUND");
        }
        topUp.status = "failed";
        return Answer.accepted(due.settle(c.wallet(), at), Told.of("TopUpFailed"));
    }
}
