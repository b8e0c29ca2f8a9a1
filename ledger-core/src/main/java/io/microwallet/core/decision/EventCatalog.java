package io.microwallet.core.decision;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.microwallet.core.batch.BatchEvent.BatchBegun;
import io.microwallet.core.batch.BatchEvent.BatchDecided;
import io.microwallet.core.batch.BatchEvent.BatchRefused;
import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeContradicted;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableCollected;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableWrittenOff;
import io.microwallet.core.client.ClientEvent.ClientAdded;
import io.microwallet.core.client.ClientEvent.ClientRevoked;
import io.microwallet.core.client.ClientEvent.KeyAdded;
import io.microwallet.core.client.ClientEvent.KeyRevoked;
import io.microwallet.core.credit.CreditEvent.CreditExpired;
import io.microwallet.core.credit.CreditEvent.CreditGranted;
import io.microwallet.core.drop.DropEvent.DropClosed;
import io.microwallet.core.drop.DropEvent.DropCreated;
import io.microwallet.core.drop.DropEvent.DropOpened;
import io.microwallet.core.drop.DropEvent.DropRescheduled;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.hold.HoldEvent.HoldExpired;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldEvent.HoldVoided;
import io.microwallet.core.job.JobEvent.UnspentReturnFinished;
import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.ledger.LedgerEvent.ClockMoved;
import io.microwallet.core.ledger.LedgerEvent.LedgerCreated;
import io.microwallet.core.ledger.LedgerEvent.LimitsChanged;
import io.microwallet.core.ledger.LedgerEvent.WriterOpened;
import io.microwallet.core.link.LinkEvent.LinkCreated;
import io.microwallet.core.link.LinkEvent.LinkRevoked;
import io.microwallet.core.membership.MembershipEvent.AttendanceRewarded;
import io.microwallet.core.membership.MembershipEvent.MembershipCancelled;
import io.microwallet.core.membership.MembershipEvent.MembershipCreditGranted;
import io.microwallet.core.membership.MembershipEvent.MembershipPeriodEnded;
import io.microwallet.core.membership.MembershipEvent.MembershipRenewed;
import io.microwallet.core.membership.MembershipEvent.MembershipStarted;
import io.microwallet.core.membership.MembershipEvent.PlanCreated;
import io.microwallet.core.membership.MembershipEvent.PlanRetired;
import io.microwallet.core.merchant.MerchantEvent.MerchantAdded;
import io.microwallet.core.payout.PayoutEvent.PayoutFailed;
import io.microwallet.core.payout.PayoutEvent.PayoutRequested;
import io.microwallet.core.payout.PayoutEvent.PayoutSettled;
import io.microwallet.core.popup.PopUpEvent.PopUpClosed;
import io.microwallet.core.popup.PopUpEvent.PopUpCreated;
import io.microwallet.core.popup.PopUpEvent.PopUpOpened;
import io.microwallet.core.popup.PopUpEvent.PopUpRescheduled;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundEvent.RefundFailed;
import io.microwallet.core.refund.RefundEvent.RefundSettled;
import io.microwallet.core.refund.RefundEvent.RefundSettledAfterFailed;
import io.microwallet.core.refund.RefundEvent.RefundUnclaimed;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPaidOut;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPayoutContradicted;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletEvent.WalletResolved;
import io.microwallet.core.wallet.WalletEvent.WalletUnfrozen;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which name and newest version each kind of event has on disk. A contract: a name stays what it is, and whoever changes the
 * fields of an event gives it the next version and keeps the store able to read the one before.
 */
public final class EventCatalog {
    private static final List<Entry> ENTRIES = List.of(
            new Entry(LedgerCreated.class, new StoredName("ledger-created", 1)),
            new Entry(WriterOpened.class, new StoredName("writer-opened", 1)),
            new Entry(ClientAdded.class, new StoredName("client-added", 1)),
            new Entry(ClientRevoked.class, new StoredName("client-revoked", 1)),
            new Entry(KeyAdded.class, new StoredName("key-added", 1)),
            new Entry(KeyRevoked.class, new StoredName("key-revoked", 1)),
            new Entry(MerchantAdded.class, new StoredName("merchant-added", 1)),
            new Entry(WalletOpened.class, new StoredName("wallet-opened", 1)),
            new Entry(WalletFrozen.class, new StoredName("wallet-frozen", 1)),
            new Entry(WalletUnfrozen.class, new StoredName("wallet-unfrozen", 1)),
            new Entry(WalletClosed.class, new StoredName("wallet-closed", 1)),
            new Entry(WalletErased.class, new StoredName("wallet-erased", 1)),
            new Entry(WalletResolved.class, new StoredName("wallet-resolved", 1)),
            new Entry(CreditExpired.class, new StoredName("credit-expired", 1)),
            new Entry(CreditGranted.class, new StoredName("credit-granted", 1)),
            new Entry(PlanCreated.class, new StoredName("plan-created", 1)),
            new Entry(PlanRetired.class, new StoredName("plan-retired", 1)),
            new Entry(MembershipStarted.class, new StoredName("membership-started", 1)),
            new Entry(MembershipRenewed.class, new StoredName("membership-renewed", 1)),
            new Entry(MembershipCreditGranted.class, new StoredName("membership-credit-granted", 1)),
            new Entry(AttendanceRewarded.class, new StoredName("attendance-rewarded", 1)),
            new Entry(MembershipCancelled.class, new StoredName("membership-cancelled", 1)),
            new Entry(MembershipPeriodEnded.class, new StoredName("membership-period-ended", 1)),
            new Entry(TopUpRequested.class, new StoredName("top-up-requested", 1)),
            new Entry(TopUpSucceeded.class, new StoredName("top-up-succeeded", 1)),
            new Entry(TopUpFailed.class, new StoredName("top-up-failed", 1)),
            new Entry(TopUpUnclaimed.class, new StoredName("top-up-unclaimed", 1)),
            new Entry(Purchased.class, new StoredName("purchased", 2)),
            new Entry(PopUpCreated.class, new StoredName("pop-up-created", 1)),
            new Entry(PopUpRescheduled.class, new StoredName("pop-up-rescheduled", 1)),
            new Entry(PopUpOpened.class, new StoredName("pop-up-opened", 1)),
            new Entry(PopUpClosed.class, new StoredName("pop-up-closed", 1)),
            new Entry(DropCreated.class, new StoredName("drop-created", 1)),
            new Entry(DropRescheduled.class, new StoredName("drop-rescheduled", 1)),
            new Entry(DropOpened.class, new StoredName("drop-opened", 1)),
            new Entry(DropClosed.class, new StoredName("drop-closed", 1)),
            new Entry(HoldPlaced.class, new StoredName("hold-placed", 1)),
            new Entry(HoldCaptured.class, new StoredName("hold-captured", 1)),
            new Entry(HoldVoided.class, new StoredName("hold-voided", 1)),
            new Entry(HoldExpired.class, new StoredName("hold-expired", 1)),
            new Entry(PurchaseRefunded.class, new StoredName("purchase-refunded", 1)),
            new Entry(UnspentReturned.class, new StoredName("unspent-returned", 1)),
            new Entry(RefundSettled.class, new StoredName("refund-settled", 1)),
            new Entry(RefundFailed.class, new StoredName("refund-failed", 1)),
            new Entry(RefundUnclaimed.class, new StoredName("refund-unclaimed", 1)),
            new Entry(RefundSettledAfterFailed.class, new StoredName("refund-settled-after-failed", 1)),
            new Entry(ChargedBack.class, new StoredName("charged-back", 1)),
            new Entry(DisputeWon.class, new StoredName("dispute-won", 1)),
            new Entry(DisputeContradicted.class, new StoredName("dispute-contradicted", 1)),
            new Entry(ReceivableCollected.class, new StoredName("receivable-collected", 1)),
            new Entry(ReceivableWrittenOff.class, new StoredName("receivable-written-off", 1)),
            new Entry(LinkCreated.class, new StoredName("link-created", 1)),
            new Entry(LinkRevoked.class, new StoredName("link-revoked", 1)),
            new Entry(PayoutRequested.class, new StoredName("payout-requested", 1)),
            new Entry(PayoutSettled.class, new StoredName("payout-settled", 1)),
            new Entry(PayoutFailed.class, new StoredName("payout-failed", 1)),
            new Entry(ProcessorPaidOut.class, new StoredName("processor-paid-out", 1)),
            new Entry(ProcessorPayoutContradicted.class, new StoredName("processor-payout-contradicted", 1)),
            new Entry(UnspentReturnOrdered.class, new StoredName("unspent-return-ordered", 1)),
            new Entry(UnspentReturnFinished.class, new StoredName("unspent-return-finished", 1)),
            new Entry(BatchBegun.class, new StoredName("batch-begun", 1)),
            new Entry(BatchDecided.class, new StoredName("batch-decided", 1)),
            new Entry(BatchRefused.class, new StoredName("batch-refused", 1)),
            new Entry(LimitsChanged.class, new StoredName("limits-changed", 1)),
            new Entry(ClockMoved.class, new StoredName("clock-moved", 1)),
            new Entry(RequestRefused.class, new StoredName("request-refused", 1)));

    private static final Map<Class<? extends Event>, StoredName> NAMES =
            ENTRIES.stream().collect(toUnmodifiableMap(Entry::type, Entry::name));

    private static final Map<StoredName, Class<? extends Event>> TYPES =
            ENTRIES.stream().collect(toUnmodifiableMap(Entry::name, Entry::type));

    private EventCatalog() {}

    /** Every kind of event, once. */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /** The name under which events of this class are written. */
    public static StoredName nameOf(Class<? extends Event> type) {
        return Optional.ofNullable(NAMES.get(type))
                .orElseThrow(() -> new IllegalArgumentException(type + " is not in the catalog"));
    }

    /** The class that a stored name is read into; empty for a name of no version that we know. */
    public static Optional<Class<? extends Event>> typeOf(StoredName name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    /** A kind of event and its name on disk. */
    public record Entry(Class<? extends Event> type, StoredName name) {}

    /** A name on disk: lower-case words joined by hyphens, and the version of the event's fields, from 1. */
    public record StoredName(String name, int version) {}
}
