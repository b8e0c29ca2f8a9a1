package io.microwallet.eventstore.check.replay;

import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.decision.Event;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.refund.RefundEvent;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundEvent.RefundFailed;
import io.microwallet.core.refund.RefundEvent.RefundSettled;
import io.microwallet.core.refund.RefundEvent.RefundSettledAfterFailed;
import io.microwallet.core.refund.RefundEvent.RefundUnclaimed;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.refund.RefundPart;
import io.microwallet.core.refund.RefundPartId;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.topup.TopUpEvent;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import java.util.List;

/** Money on its way back: no purchase gives more than it took, no source is asked for more than it brought in. */
final class RefundBook {
    private final Leftovers purchases = new Leftovers();
    private final SourceBook sources = new SourceBook();
    private final Sendings<RefundPartId> parts = new Sendings<>();

    void check(RecordedEvent recorded, Findings findings) {
        switch (recorded.event()) {
            case Purchased e -> purchases.add(e.purchase().value(), e.amount());
            case HoldCaptured e -> purchases.add(e.purchase().value(), e.amount());
            case TopUpEvent e -> sources.came(e);
            case ChargedBack e ->
                sources.chargedBack(e.dispute().topUp(), e.dispute().amount());
            case DisputeWon e -> sources.won(e.dispute().topUp(), e.undone());
            case RefundEvent e -> check(e, recorded.position(), findings);
            case Event _ -> {}
        }
    }

    private void check(RefundEvent event, long position, Findings findings) {
        switch (event) {
            case PurchaseRefunded e -> {
                undo(e, position, findings);
                ask(e.refund(), e.parts(), position, findings);
            }
            case UnspentReturned e -> {
                isMoved(e, e.amount(), position, findings);
                ask(e.refund(), e.parts(), position, findings);
            }
            case RefundSettled e -> settled(e, e.topUp(), e.amount(), position, findings);
            case RefundSettledAfterFailed e -> {
                settled(e, e.topUp(), e.amount(), position, findings);
                sources.sent(e.topUp(), e.amount());
            }
            case RefundFailed e -> failed(e, e.topUp(), e.lot().amount(), position, findings);
            case RefundUnclaimed e -> failed(e, e.topUp(), e.amount(), position, findings);
        }
    }

    private void undo(PurchaseRefunded event, long position, Findings findings) {
        if (!UndoneSums.agree(event)) {
            above(position, "a refund gives another sum than it undoes", findings);
        } else if (!purchases.take(event.purchase().value(), event.amount())) {
            above(position, "more of a purchase was refunded than was paid", findings);
        }
    }

    private void ask(RefundId refund, List<RefundPart> asked, long position, Findings findings) {
        for (var part : asked) {
            if (!sources.ask(part.topUp(), part.amount())) {
                findings.add(
                        FindingKind.SOURCE_ASKED_ABOVE,
                        position,
                        "more was asked back of a top-up than is left of what it brought in");
            }
            if (!parts.ask(new RefundPartId(refund, part.topUp()), part.amount())) {
                unasked(position, "a part of a refund was asked for twice", findings);
            }
        }
    }

    private void settled(RefundEvent event, TopUpId topUp, Money amount, long position, Findings findings) {
        isMoved(event, amount, position, findings);
        if (!parts.settle(new RefundPartId(event.refund(), topUp), amount)) {
            unasked(position, "a processor sent back what it was not asked to", findings);
        }
    }

    private void failed(RefundEvent event, TopUpId topUp, Money amount, long position, Findings findings) {
        isMoved(event, amount, position, findings);
        sources.notSent(topUp, amount);
        if (!parts.fail(new RefundPartId(event.refund(), topUp), amount)) {
            unasked(position, "a part of a refund came back that was not sent", findings);
        }
    }

    private static void isMoved(RefundEvent event, Money amount, long position, Findings findings) {
        if (!UndoneSums.isAllOf(event.journalEntry(), amount)) {
            unasked(position, "a refund moves another sum than it says", findings);
        }
    }

    private static void above(long position, String what, Findings findings) {
        findings.add(FindingKind.REFUND_ABOVE_PURCHASE, position, what);
    }

    private static void unasked(long position, String what, Findings findings) {
        findings.add(FindingKind.SENT_UNASKED, position, what);
    }
}
