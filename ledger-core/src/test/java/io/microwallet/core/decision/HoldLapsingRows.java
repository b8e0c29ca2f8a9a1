package io.microwallet.core.decision;

import static io.microwallet.core.decision.Held.ALL;
import static io.microwallet.core.decision.Held.FROZEN;
import static io.microwallet.core.decision.Held.GONE;
import static io.microwallet.core.decision.Held.HELD;
import static io.microwallet.core.decision.Held.OLD_HELD;
import static io.microwallet.core.decision.Held.next;
import static io.microwallet.core.decision.Held.old;
import static io.microwallet.core.decision.Held.withOld;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.Row.row;
import static io.microwallet.core.given.Stall.DROP;
import static io.microwallet.core.given.Stall.EXPIRES;
import static io.microwallet.core.given.Stall.HOLD;
import static io.microwallet.core.given.Stall.LAPSED;
import static io.microwallet.core.given.Stall.OTHER_HOLD;
import static io.microwallet.core.given.Stall.captured;
import static io.microwallet.core.given.Stall.cashPart;
import static io.microwallet.core.given.Stall.creditPart;
import static io.microwallet.core.given.Stall.expired;
import static io.microwallet.core.given.Stall.placed;
import static io.microwallet.core.given.Stall.voided;
import static io.microwallet.core.given.Stall.with;

import io.microwallet.core.given.Row;
import io.microwallet.core.given.Stall.LetGo;
import io.microwallet.core.hold.HoldCommand.VoidHold;
import io.microwallet.core.hold.HoldRefusal;
import io.microwallet.core.wallet.WalletCommand.SettleOverdue;
import java.util.List;
import java.util.stream.Stream;

/** When a hold is let go of: by an order, or by time alone. */
final class HoldLapsingRows {
    private HoldLapsingRows() {}

    static Stream<Row> rows() {
        return Stream.of(voids(), overdue()).flatMap(rows -> rows);
    }

    private static Stream<Row> voids() {
        var letGo = new VoidHold(LEDGER, HOLD, WALLET, DROP);
        return Stream.of(
                row("a hold is let go of, to its lots")
                        .given(with(HELD))
                        .when(letGo)
                        .accepted(voided(HELD, 5_000, ALL)),
                row("what is left of a hold is let go of")
                        .given(with(HELD, captured(HELD, 25, 2_000, 2_000, List.of(creditPart(1_000)), LetGo.NOTHING)))
                        .when(letGo)
                        .accepted(voided(HELD, 4_000, LetGo.back(cashPart(2_000)))),
                row("a frozen wallet's hold is let go of")
                        .given(with(HELD, FROZEN))
                        .when(letGo)
                        .accepted(voided(HELD, 5_000, ALL)),
                row("what is handed back to a lot that has expired breaks")
                        .given(withOld(OLD_HELD))
                        .when(letGo)
                        .accepted(voided(OLD_HELD, 4_000, new LetGo(List.of(cashPart(2_000)), List.of(old(1_000))))),
                row("no hold is let go of").given(with()).when(letGo).absent(Absence.HOLD_NOT_FOUND),
                row("a hold is let go of once")
                        .given(with(HELD, voided(HELD, 5_000, ALL)))
                        .when(letGo)
                        .refused(HoldRefusal.HOLD_VOIDED),
                row("what was captured is not let go of")
                        .given(with(HELD, captured(HELD, 75, 0, 2_000, HELD.lots(), LetGo.NOTHING)))
                        .when(letGo)
                        .refused(HoldRefusal.HOLD_CAPTURED),
                row("what has lapsed is not let go of again")
                        .given(with(GONE))
                        .when(letGo)
                        .refused(HoldRefusal.HOLD_EXPIRED));
    }

    private static Stream<Row> overdue() {
        var settle = new SettleOverdue(WALLET);
        var oldGone = placed(HOLD, WALLET, DROP, LAPSED, eur(2_000), List.of(old(1_000), cashPart(2_000)));
        return Stream.of(
                row("a lapsed hold is swept").given(with(GONE)).when(settle).accepted(expired(GONE, 5_000, ALL)),
                row("a lapsed hold is swept once")
                        .given(with(GONE, expired(GONE, 5_000, ALL)))
                        .when(settle)
                        .alreadyKnown(),
                row("a hold that has not lapsed is not swept")
                        .given(with(HELD))
                        .when(settle)
                        .alreadyKnown(),
                row("what a lapsed hold hands back to a lot that has expired breaks")
                        .given(withOld(oldGone))
                        .when(settle)
                        .accepted(expired(oldGone, 4_000, new LetGo(List.of(cashPart(2_000)), List.of(old(1_000))))),
                row("the wallet's next decision books the lapsed hold first")
                        .given(with(GONE))
                        .when(next())
                        .accepted(
                                expired(GONE, 5_000, ALL),
                                placed(
                                        OTHER_HOLD,
                                        WALLET,
                                        DROP,
                                        EXPIRES,
                                        eur(2_000),
                                        List.of(creditPart(1_000), cashPart(2_000)))),
                row("two lapsed holds are booked one after the other")
                        .given(with(GONE, placed(OTHER_HOLD, WALLET, null, LAPSED, eur(0), List.of(cashPart(2_000)))))
                        .when(settle)
                        .accepted(
                                expired(GONE, 3_000, ALL),
                                expired(
                                        placed(OTHER_HOLD, WALLET, null, LAPSED, eur(0), List.of(cashPart(2_000))),
                                        5_000,
                                        LetGo.back(cashPart(2_000)))),
                row("a refusal leaves a lapsed hold where it is, and stands alone")
                        .given(with(GONE))
                        .when(new VoidHold(LEDGER, HOLD, WALLET, DROP))
                        .refused(HoldRefusal.HOLD_EXPIRED));
    }
}
