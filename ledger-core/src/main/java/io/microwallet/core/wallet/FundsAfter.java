package io.microwallet.core.wallet;

import io.microwallet.core.batch.BatchEvent;
import io.microwallet.core.chargeback.ChargebackEvent;
import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableCollected;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableWrittenOff;
import io.microwallet.core.client.ClientEvent;
import io.microwallet.core.credit.CreditEvent;
import io.microwallet.core.credit.CreditEvent.CreditExpired;
import io.microwallet.core.credit.CreditEvent.CreditGranted;
import io.microwallet.core.decision.Event;
import io.microwallet.core.drop.DropEvent;
import io.microwallet.core.hold.HoldEvent;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.hold.HoldEvent.HoldExpired;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldEvent.HoldVoided;
import io.microwallet.core.job.JobEvent;
import io.microwallet.core.ledger.LedgerEvent;
import io.microwallet.core.link.LinkEvent;
import io.microwallet.core.membership.MembershipEvent;
import io.microwallet.core.membership.MembershipEvent.MembershipCancelled;
import io.microwallet.core.membership.MembershipEvent.MembershipPeriodEnded;
import io.microwallet.core.membership.MembershipEvent.MembershipRenewed;
import io.microwallet.core.membership.MembershipEvent.MembershipStarted;
import io.microwallet.core.membership.MembershipEvent.PlanCreated;
import io.microwallet.core.membership.MembershipEvent.PlanRetired;
import io.microwallet.core.merchant.MerchantEvent;
import io.microwallet.core.payout.PayoutEvent;
import io.microwallet.core.popup.PopUpEvent;
import io.microwallet.core.purchase.PurchaseEvent;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.refund.RefundEvent;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundEvent.RefundFailed;
import io.microwallet.core.refund.RefundEvent.RefundSettled;
import io.microwallet.core.refund.RefundEvent.RefundSettledAfterFailed;
import io.microwallet.core.refund.RefundEvent.RefundUnclaimed;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.settlement.SettlementEvent;
import io.microwallet.core.topup.TopUpEvent;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import java.time.Instant;

/** What each feature's events do to the money of an open wallet. */
final class FundsAfter {
    private FundsAfter() {}

    static Funds event(Funds funds, Event event, Instant at) {
        return switch (event) {
            case TopUpEvent e -> topUp(funds, e, at);
            case PurchaseEvent e -> purchase(funds, e);
            case HoldEvent e -> hold(funds, e);
            case CreditEvent e -> credit(funds, e);
            case MembershipEvent e -> membership(funds, e);
            case RefundEvent e -> refund(funds, e);
            case ChargebackEvent.Booked e -> chargeback(funds, e);
            case ChargebackEvent.DisputeContradicted _,
                    WalletEvent _,
                    LinkEvent _,
                    LedgerEvent _,
                    PopUpEvent _,
                    DropEvent _,
                    ClientEvent _,
                    MerchantEvent _,
                    PayoutEvent _,
                    SettlementEvent _,
                    JobEvent _,
                    BatchEvent _,
                    RequestRefused _ -> funds;
        };
    }

    private static Funds topUp(Funds funds, TopUpEvent event, Instant at) {
        return switch (event) {
            case TopUpSucceeded e -> funds.with(cash(e, at));
            case TopUpRequested _, TopUpFailed _, TopUpUnclaimed _ -> funds;
        };
    }

    private static Lot cash(TopUpSucceeded success, Instant at) {
        var since = success.since();
        return Lot.cash(LotId.of(success.topUp()), success.amount(), since == null ? at : since);
    }

    private static Funds purchase(Funds funds, PurchaseEvent event) {
        return switch (event) {
            case Purchased e -> funds.without(e.lots());
        };
    }

    private static Funds hold(Funds funds, HoldEvent event) {
        return switch (event) {
            case HoldPlaced e -> funds.holding(open(e));
            case HoldCaptured e
            when e.held().isZero() -> funds.captured(e.hold(), e.lots()).letGo(e.hold(), e.returned());
            case HoldCaptured e -> funds.captured(e.hold(), e.lots());
            case HoldVoided e -> funds.letGo(e.hold(), e.returned());
            case HoldExpired e -> funds.letGo(e.hold(), e.returned());
        };
    }

    private static OpenHold open(HoldPlaced e) {
        return new OpenHold(e.hold(), e.merchant(), e.drop(), e.popUp(), e.amount(), e.lots(), e.expires());
    }

    private static Funds credit(Funds funds, CreditEvent event) {
        return switch (event) {
            case CreditExpired e -> funds.without(e.lots());
            case CreditGranted e -> funds.with(e.lot());
        };
    }

    private static Funds membership(Funds funds, MembershipEvent event) {
        return switch (event) {
            case MembershipStarted e -> funds.without(e.lots());
            case MembershipRenewed e -> funds.without(e.lots());
            case MembershipEvent.Gives e -> funds.with(e.lots());
            case MembershipCancelled _, MembershipPeriodEnded _, PlanCreated _, PlanRetired _ -> funds;
        };
    }

    private static Funds refund(Funds funds, RefundEvent event) {
        return switch (event) {
            case PurchaseRefunded e -> funds.with(e.returned());
            case UnspentReturned e -> funds.without(e.lots());
            case RefundFailed e -> funds.with(e.lot());
            case RefundSettledAfterFailed e -> funds.without(e.lots()).owing(e.owed());
            case RefundSettled _, RefundUnclaimed _ -> funds;
        };
    }

    private static Funds chargeback(Funds funds, ChargebackEvent.Booked event) {
        return switch (event) {
            case ChargedBack e -> funds.without(e.lots()).owing(e.owed());
            case DisputeWon e -> won(funds, e);
            case ReceivableCollected e ->
                funds.without(e.lots())
                        .with(funds.receivable(e.amount().currency()).collected(e.amount()));
            case ReceivableWrittenOff e ->
                funds.with(funds.receivable(e.amount().currency()).writeOff(e.amount()));
        };
    }

    private static Funds won(Funds funds, DisputeWon won) {
        var lot = won.lot();
        var given = lot == null ? funds : funds.with(lot);
        return given.with(funds.receivable(won.amount().currency()).won(won.received(), won.recovered()));
    }
}
