package io.microwallet.core.hold;

import static io.microwallet.core.decision.Decision.accepted;

import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.hold.HoldCommand.VoidHold;
import io.microwallet.core.hold.HoldEvent.HoldVoided;
import io.microwallet.core.journal.Booking;
import io.microwallet.core.wallet.Wallet;
import java.time.Instant;
import java.util.List;

/** Letting go of what an open hold still reserves. */
final class Voiding {
    private Voiding() {}

    static Decision of(States states, VoidHold command, Instant at) {
        var wallet = (Wallet.Open) states.of(command.wallet());
        var hold = wallet.funds().hold(command.hold()).orElseThrow();
        var letGo = hold.letGo(List.of(), at);
        var currency = hold.amount().currency();
        return accepted(new HoldVoided(
                hold.id(),
                wallet.id(),
                hold.drop(),
                hold.held(),
                wallet.available(currency, at).plus(letGo.returned(currency)),
                letGo.returned(),
                letGo.broken(),
                hold.expires(),
                letGo.book(new Booking(), wallet.id()).entry()));
    }
}
