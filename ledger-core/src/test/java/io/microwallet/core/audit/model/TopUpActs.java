package io.microwallet.core.audit.model;

import io.microwallet.core.decision.Command;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.DeclineCode;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpFailed;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpCommand.RequestTopUp;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members who top up, and processors who say whether the money came: late, twice, or otherwise than before. */
final class TopUpActs implements Acts {
    static final ProcessorReference PAYMENT = new ProcessorReference("pay_1");
    static final DeclineCode DECLINED = new DeclineCode("card_declined");
    private static final List<ProcessorId> PROCESSORS = List.of(new ProcessorId("simulator"), new ProcessorId("other"));

    private final Tables t;
    private final Dice dice;

    TopUpActs(Tables tables, Dice dice) {
        t = tables;
        this.dice = dice;
    }

    @Override
    public int share() {
        return 26;
    }

    @Override
    public Command next(Instant now) {
        var asked = t.topUps.values().stream()
                .filter(it -> it.status.equals("asked"))
                .toList();
        var report = asked.size() > 8 || (!t.topUps.isEmpty() && dice.oneIn(2));
        return report
                ? report(asked.isEmpty() || dice.oneIn(6) ? dice.lately(t.topUps.values()) : dice.of(asked))
                : request(now);
    }

    private Command request(Instant now) {
        var known = dice.lately(t.topUps.keySet());
        var wallet = dice.wallet(t);
        return new RequestTopUp(
                dice.ledger(wallet),
                known != null && dice.oneIn(50) ? known : new TopUpId(dice.id()),
                wallet,
                dice.money(),
                dice.of(PROCESSORS),
                dice.oneIn(60) ? Set.of() : modes(wallet),
                new CardToken("tok_visa"),
                dice.popUp(t),
                null,
                effective(dice, now));
    }

    private Set<Mode> modes(WalletId wallet) {
        return Set.of(Dice.isLive(wallet) && !dice.oneIn(4) || dice.oneIn(60) ? Mode.LIVE : Mode.SANDBOX);
    }

    /** Now and then, and then hardly ever one that is refused. */
    static @Nullable Instant effective(Dice dice, Instant now) {
        if (!dice.oneIn(12)) {
            return null;
        }
        return switch (dice.upTo(8)) {
            case 0 -> now.plusNanos(1_000L * dice.upTo(2));
            case 1 -> now.minus(Duration.ofDays(366)).minusNanos(1_000L * dice.upTo(2));
            default -> now.minusSeconds(dice.upTo(100_000));
        };
    }

    private Command report(Rows.TopUp topUp) {
        var wallet = dice.oneIn(80) ? dice.wallet(t) : topUp.wallet;
        if (dice.oneIn(4)) {
            return new ReportTopUpFailed(topUp.id, wallet, DECLINED);
        }
        var amount = dice.oneIn(15) ? dice.money() : new Money(topUp.asked, topUp.currency);
        return new ReportTopUpSucceeded(dice.oneIn(80) ? new TopUpId(dice.id()) : topUp.id, wallet, amount, PAYMENT);
    }
}
