package io.microwallet.core.hold;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.hold.HoldCommand.CaptureHold;
import io.microwallet.core.hold.HoldCommand.Rest;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.merchant.Merchant;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.SaleEntry;
import io.microwallet.core.wallet.LetGo;
import io.microwallet.core.wallet.OpenHold;
import io.microwallet.core.wallet.Wallet;
import java.time.Instant;

/** Taking what an open hold reserves. A frozen wallet's hold is captured too: it was promised before. */
final class Capturing {
    private Capturing() {}

    static Decision of(States states, Hold.Open before, CaptureHold command, Instant at) {
        if (!(states.of(command.merchant()).within(command.ledger()) instanceof Merchant.Trading merchant)) {
            return absent(Absence.MERCHANT_NOT_FOUND);
        }
        var wallet = (Wallet.Open) states.of(command.wallet());
        var hold = wallet.funds().hold(command.hold()).orElseThrow();
        var asked = command.amount();
        var amount = asked == null ? hold.held() : asked;
        if (amount.currency() != hold.amount().currency()) {
            return refused(HoldRefusal.HOLD_IN_ANOTHER_CURRENCY);
        }
        if (amount.compareTo(hold.held()) > 0) {
            return refused(HoldRefusal.CAPTURE_EXCEEDS_HOLD);
        }
        var commission = states.of(command.hold().purchase()).commissionOnMore(amount, merchant);
        return accepted(captured(wallet, hold, before, merchant, amount, commission, command, at));
    }

    private static HoldCaptured captured(
            Wallet.Open wallet,
            OpenHold hold,
            Hold.Open before,
            Merchant.Trading merchant,
            Money amount,
            Money commission,
            CaptureHold command,
            Instant at) {
        var currency = amount.currency();
        var lots = hold.take(amount);
        var letGo = command.rest() == Rest.LET_GO ? hold.letGo(lots, at) : LetGo.NOTHING;
        return new HoldCaptured(
                command.ledger(),
                hold.id(),
                wallet.id(),
                merchant.id(),
                command.client(),
                hold.drop(),
                hold.popUp(),
                before.captures() + 1,
                amount,
                commission,
                hold.held().minus(amount).minus(letGo.total(currency)),
                wallet.available(currency, at).plus(letGo.returned(currency)),
                lots,
                letGo.returned(),
                letGo.broken(),
                hold.expires(),
                // The capture's own, or else what the hold is known by.
                command.reference() == null ? before.placed().reference() : command.reference(),
                SaleEntry.ofCapture(wallet.id(), lots, letGo, merchant, amount, commission));
    }
}
