package io.microwallet.api.entry;

import io.microwallet.core.batch.BatchEvent;
import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeContradicted;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableCollected;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableWrittenOff;
import io.microwallet.core.client.ClientEvent;
import io.microwallet.core.credit.CreditEvent.CreditExpired;
import io.microwallet.core.credit.CreditEvent.CreditGranted;
import io.microwallet.core.decision.Event;
import io.microwallet.core.drop.DropEvent;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.hold.HoldEvent.HoldExpired;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldEvent.HoldVoided;
import io.microwallet.core.job.JobEvent;
import io.microwallet.core.ledger.LedgerEvent;
import io.microwallet.core.link.LinkEvent;
import io.microwallet.core.membership.MembershipEvent;
import io.microwallet.core.membership.MembershipEvent.MembershipPeriodEnded;
import io.microwallet.core.membership.MembershipEvent.MembershipStarted;
import io.microwallet.core.merchant.MerchantEvent;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.payout.PayoutEvent.PayoutFailed;
import io.microwallet.core.payout.PayoutEvent.PayoutRequested;
import io.microwallet.core.payout.PayoutEvent.PayoutSettled;
import io.microwallet.core.popup.PopUpEvent;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.refund.RefundEvent;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPaidOut;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPayoutContradicted;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletEvent;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an event that moves money says beside its postings.
 *
 * @param wallet whose text the reference is; null for a text of the ledger
 */
public record EntryFacts(
        @Nullable WalletId wallet,
        @Nullable MerchantId merchant,
        @Nullable PopUpId popUp,
        @Nullable SealedText reference,
        @Nullable Instant effective) {

    /** @throws IllegalArgumentException for an event that moves no money */
    public static EntryFacts of(Event event, Function<TopUpId, TopUpRequested> requests) {
        return switch (event) {
            case Purchased it -> new EntryFacts(it.wallet(), it.merchant(), it.popUp(), it.reference(), it.effective());
            case TopUpSucceeded it -> topUp(requests.apply(it.topUp()));
            case TopUpUnclaimed it -> topUp(requests.apply(it.topUp()));
            case PayoutRequested it -> new EntryFacts(null, it.merchant(), null, it.reference(), null);
            case PayoutSettled it -> new EntryFacts(null, it.merchant(), null, null, null);
            case PayoutFailed it -> new EntryFacts(null, it.merchant(), null, null, null);
            case ProcessorPaidOut it -> new EntryFacts(null, null, null, null, it.effective());
            case HoldPlaced it -> new EntryFacts(it.wallet(), it.merchant(), it.popUp(), it.reference(), null);
            case HoldCaptured it -> new EntryFacts(it.wallet(), it.merchant(), it.popUp(), it.reference(), null);
            case HoldVoided it -> new EntryFacts(it.wallet(), null, null, null, null);
            case HoldExpired it -> new EntryFacts(it.wallet(), null, null, null, it.expires());
            case PurchaseRefunded it ->
                new EntryFacts(it.wallet(), it.merchant(), it.popUp(), it.reference(), it.effective());
            case UnspentReturned it -> new EntryFacts(it.wallet(), null, it.popUp(), it.reference(), null);
            case RefundEvent it -> new EntryFacts(it.wallet(), null, null, null, null);
            case ChargedBack it -> new EntryFacts(it.wallet(), null, null, null, null);
            case DisputeWon it -> new EntryFacts(it.wallet(), null, null, null, null);
            case ReceivableCollected it -> new EntryFacts(it.wallet(), null, null, it.reference(), null);
            case ReceivableWrittenOff it -> new EntryFacts(it.wallet(), null, null, it.reference(), null);
            case CreditExpired it -> new EntryFacts(it.wallet(), null, null, null, it.due());
            case CreditGranted it ->
                new EntryFacts(it.wallet(), it.lot().payer().orElse(null), null, it.reference(), null);
            case MembershipStarted it -> new EntryFacts(it.wallet(), null, null, it.reference(), null);
            case MembershipPeriodEnded it -> new EntryFacts(it.wallet(), null, null, null, it.due());
            case MembershipEvent.OfMember it -> new EntryFacts(it.wallet(), null, null, null, null);
            case DisputeContradicted _,
                    TopUpRequested _,
                    TopUpFailed _,
                    LedgerEvent _,
                    ClientEvent _,
                    MerchantEvent _,
                    MembershipEvent _,
                    WalletEvent _,
                    LinkEvent _,
                    JobEvent _,
                    ProcessorPayoutContradicted _,
                    PopUpEvent _,
                    DropEvent _,
                    BatchEvent _,
                    RequestRefused _ -> throw new IllegalArgumentException(event + " moves no money");
        };
    }

    private static EntryFacts topUp(TopUpRequested request) {
        return new EntryFacts(request.wallet(), null, request.popUp(), request.reference(), request.effective());
    }
}
