package io.microwallet.core.decision;

import static io.microwallet.core.decision.Held.ALL;
import static io.microwallet.core.decision.Held.FROZEN;
import static io.microwallet.core.decision.Held.GONE;
import static io.microwallet.core.decision.Held.HELD;
import static io.microwallet.core.decision.Held.OLD_HELD;
import static io.microwallet.core.decision.Held.old;
import static io.microwallet.core.decision.Held.withOld;
import static io.microwallet.core.given.PopUp.BAKER;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.OWN_SHOP;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.Row.row;
import static io.microwallet.core.given.Stall.DROP;
import static io.microwallet.core.given.Stall.EXPIRES;
import static io.microwallet.core.given.Stall.HOLD;
import static io.microwallet.core.given.Stall.OTHER_WALLET;
import static io.microwallet.core.given.Stall.captured;
import static io.microwallet.core.given.Stall.capturedNext;
import static io.microwallet.core.given.Stall.cashPart;
import static io.microwallet.core.given.Stall.creditPart;
import static io.microwallet.core.given.Stall.deposit;
import static io.microwallet.core.given.Stall.expired;
import static io.microwallet.core.given.Stall.voided;
import static io.microwallet.core.given.Stall.with;

import io.microwallet.core.given.Row;
import io.microwallet.core.given.Stall;
import io.microwallet.core.given.Stall.LetGo;
import io.microwallet.core.hold.HoldCommand.CaptureHold;
import io.microwallet.core.hold.HoldCommand.Rest;
import io.microwallet.core.hold.HoldRefusal;
import io.microwallet.core.journal.Account.Sales;
import io.microwallet.core.journal.Booking;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.LotKind;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When what is held is paid, all of it or a part. */
final class HoldCapturingRows {
    private HoldCapturingRows() {}

    static Stream<Row> rows() {
        return Stream.of(captures(), capturesRefused()).flatMap(rows -> rows);
    }

    private static Stream<Row> captures() {
        var credit = creditPart(1_000);
        return Stream.of(
                row("all that is held is captured")
                        .given(with(HELD))
                        .when(capture(null, Rest.LET_GO))
                        .accepted(captured(HELD, 75, 0, 2_000, HELD.lots(), LetGo.NOTHING)),
                row("a part is captured, and the rest stays held")
                        .given(with(HELD))
                        .when(capture(eur(2_500), Rest.KEPT))
                        .accepted(captured(HELD, 62, 500, 2_000, List.of(credit, cashPart(1_500)), LetGo.NOTHING)),
                row("a part is captured for good, and the rest goes back")
                        .given(with(HELD))
                        .when(capture(eur(2_500), Rest.LET_GO))
                        .accepted(captured(
                                HELD, 62, 0, 2_500, List.of(credit, cashPart(1_500)), LetGo.back(cashPart(500)))),
                row("commission is due on all captures together: 0.5 and 0.5 of a cent are one")
                        .given(with(HELD, captured(HELD, 0, 2_980, 2_000, List.of(creditPart(20)), LetGo.NOTHING)))
                        .when(capture(eur(20), Rest.KEPT))
                        .accepted(capturedNext(HELD, 1, 2_960, 2_000, List.of(creditPart(20)))),
                row("the last part of many")
                        .given(with(HELD, captured(HELD, 25, 2_000, 2_000, List.of(credit), LetGo.NOTHING)))
                        .when(capture(null, Rest.KEPT))
                        .accepted(capturedNext(HELD, 50, 0, 2_000, List.of(cashPart(2_000)))),
                row("an own shop's deposit is income whole")
                        .given(with(deposit(OWN_SHOP, EXPIRES)))
                        .when(captureDeposit(OWN_SHOP))
                        .accepted(captured(
                                deposit(OWN_SHOP, EXPIRES),
                                1,
                                0,
                                0,
                                2_000,
                                HELD.lots(),
                                LetGo.NOTHING,
                                new Booking()
                                        .debit(Stall.held(WALLET, LotKind.CREDIT), eur(1_000))
                                        .debit(Stall.held(WALLET, LotKind.CASH), eur(2_000))
                                        .credit(new Sales(OWN_SHOP), eur(3_000))
                                        .entry())),
                row("a frozen wallet's hold is captured: it was promised before")
                        .given(with(HELD, FROZEN))
                        .when(capture(null, Rest.KEPT))
                        .accepted(captured(HELD, 75, 0, 2_000, HELD.lots(), LetGo.NOTHING)),
                row("a lot that expired while it was held still pays, and what is not taken of it breaks")
                        .given(withOld(OLD_HELD))
                        .when(capture(eur(400), Rest.LET_GO))
                        .accepted(captured(
                                OLD_HELD,
                                10,
                                0,
                                4_000,
                                List.of(old(400)),
                                new LetGo(List.of(cashPart(2_000)), List.of(old(600))))));
    }

    private static Stream<Row> capturesRefused() {
        var over = captured(HELD, 75, 0, 2_000, HELD.lots(), LetGo.NOTHING);
        var capture = capture(eur(9_999), Rest.KEPT);
        return Stream.of(
                row("no hold is captured").given(with()).when(capture).absent(Absence.HOLD_NOT_FOUND),
                row("another ledger's hold is not captured")
                        .given(with(HELD))
                        .when(new CaptureHold(NEIGHBOUR, HOLD, WALLET, DROP, BAKER, TILL, null, Rest.KEPT, NAME))
                        .absent(Absence.HOLD_NOT_FOUND),
                row("another wallet's hold is not captured")
                        .given(with(HELD))
                        .when(new CaptureHold(LEDGER, HOLD, OTHER_WALLET, DROP, BAKER, TILL, null, Rest.KEPT, NAME))
                        .absent(Absence.HOLD_NOT_FOUND),
                row("a hold is not captured for nobody")
                        .given(with(HELD))
                        .when(captureDeposit(new MerchantId(new UUID(5, 9))))
                        .absent(Absence.MERCHANT_NOT_FOUND),
                row("what was captured to its end is not captured again, whatever the amount")
                        .given(with(HELD, over))
                        .when(capture)
                        .refused(HoldRefusal.HOLD_CAPTURED),
                row("what was let go of is not captured, whatever the amount")
                        .given(with(HELD, voided(HELD, 5_000, ALL)))
                        .when(capture)
                        .refused(HoldRefusal.HOLD_VOIDED),
                row("what was swept is not captured, whatever the amount")
                        .given(with(GONE, expired(GONE, 5_000, ALL)))
                        .when(capture)
                        .refused(HoldRefusal.HOLD_EXPIRED),
                row("what has lapsed is not captured, though nobody has swept it: the refusal stands alone")
                        .given(with(GONE))
                        .when(capture)
                        .refused(HoldRefusal.HOLD_EXPIRED),
                row("a capture is in the currency that is held")
                        .given(with(HELD))
                        .when(capture(Money.of(9_999, "JPY"), Rest.KEPT))
                        .refused(HoldRefusal.HOLD_IN_ANOTHER_CURRENCY),
                row("a cent more than is held is not captured")
                        .given(with(HELD))
                        .when(capture(eur(3_001), Rest.KEPT))
                        .refused(HoldRefusal.CAPTURE_EXCEEDS_HOLD),
                row("a cent more than is left is not captured")
                        .given(with(HELD, captured(HELD, 25, 2_000, 2_000, List.of(creditPart(1_000)), LetGo.NOTHING)))
                        .when(capture(eur(2_001), Rest.LET_GO))
                        .refused(HoldRefusal.CAPTURE_EXCEEDS_HOLD));
    }

    private static CaptureHold capture(@Nullable Money amount, Rest rest) {
        return new CaptureHold(LEDGER, HOLD, WALLET, DROP, BAKER, TILL, amount, rest, null);
    }

    private static CaptureHold captureDeposit(MerchantId merchant) {
        return new CaptureHold(LEDGER, HOLD, WALLET, null, merchant, TILL, null, Rest.LET_GO, null);
    }
}
