package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Stall.DROP;
import static io.microwallet.core.given.Stall.EXPIRES;
import static io.microwallet.core.given.Stall.HOLD;
import static io.microwallet.core.given.Stall.LAPSED;
import static io.microwallet.core.given.Stall.OTHER_HOLD;
import static io.microwallet.core.given.Stall.cashPart;
import static io.microwallet.core.given.Stall.creditPart;
import static io.microwallet.core.given.Stall.placed;
import static io.microwallet.core.given.Stall.with;

import io.microwallet.core.given.Row;
import io.microwallet.core.given.Stall;
import io.microwallet.core.given.Stall.LetGo;
import io.microwallet.core.hold.HoldCommand.PlaceHold;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What the rows about holds have in common: a unit that the wallet holds, and as much as it may hold. */
final class Held {
    static final HoldPlaced HELD = placed(EXPIRES);
    static final HoldPlaced GONE = placed(LAPSED);
    static final LetGo ALL = LetGo.back(creditPart(1_000), cashPart(2_000));
    static final WalletClosed CLOSED = new WalletClosed(WALLET);
    static final WalletErased ERASED = new WalletErased(WALLET);
    static final WalletFrozen FROZEN = new WalletFrozen(WALLET);

    // A credit that is over by now, though the hold on it is not.
    static final HoldPlaced OLD_HELD =
            placed(HOLD, WALLET, DROP, EXPIRES, eur(2_000), List.of(old(1_000), cashPart(2_000)));

    private Held() {}

    static PlaceHold next() {
        return new PlaceHold(LEDGER, OTHER_HOLD, WALLET, DROP, TILL, NAME);
    }

    /** As many open holds as a wallet may have, these among them. */
    static Event[] full(HoldPlaced... holds) {
        var events = new ArrayList<Event>(List.of(holds));
        for (var i = holds.length; i < Limits.DEFAULT.openHolds(); i++) {
            var cent = cashPart(1);
            events.add(placed(new HoldId(new UUID(13, i)), WALLET, null, EXPIRES, eur(1), List.of(cent)));
        }
        return with(events.toArray(Event[]::new));
    }

    static Event[] more(Event[] events, Event... more) {
        return Stream.concat(Stream.of(events), Stream.of(more)).toArray(Event[]::new);
    }

    static Lot old(long cents) {
        return Lot.credit(new LotId(new UUID(7, 1)), eur(cents), Row.EARLIER, NOW, Funder.ledger());
    }

    static Event[] withOld(Event... more) {
        return Stream.of(with(more))
                .map(event -> event.equals(Stall.credit(WALLET, creditPart(1_000), eur(5_000)))
                        ? Stall.credit(WALLET, old(1_000), eur(5_000))
                        : event)
                .toArray(Event[]::new);
    }
}
