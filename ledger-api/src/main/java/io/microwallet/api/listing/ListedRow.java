package io.microwallet.api.listing;

import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.client.ClientEvent.ClientAdded;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.credit.CreditEvent.CreditGranted;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.drop.DropEvent.DropCreated;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.id.Identifier;
import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.ledger.LedgerEvent.LedgerCreated;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.membership.MembershipEvent.MembershipStarted;
import io.microwallet.core.membership.MembershipEvent.PlanCreated;
import io.microwallet.core.merchant.MerchantEvent.MerchantAdded;
import io.microwallet.core.payout.PayoutEvent.PayoutRequested;
import io.microwallet.core.popup.PopUpEvent.PopUpCreated;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.purchase.Sale;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPaidOut;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one event adds to the lists.
 *
 * @param subject the thing itself
 * @param client who asked for it
 * @param reference what it is found by, if it has one
 */
record ListedRow(
        Listed.Kind kind,
        LedgerId ledger,
        long position,
        UUID subject,
        @Nullable UUID wallet,
        @Nullable UUID merchant,
        @Nullable UUID client,
        @Nullable UUID drop,
        Optional<Reference> reference) {

    /** A sealed text, and whose data key it is sealed under. */
    record Reference(UUID subject, SealedText text) {
        static Optional<Reference> of(UUID subject, @Nullable SealedText text) {
            return Optional.ofNullable(text).map(found -> new Reference(subject, found));
        }
    }

    /** Empty for what no list shows. */
    static Optional<ListedRow> of(RecordedEvent recorded) {
        return Optional.ofNullable(row(recorded));
    }

    private static @Nullable ListedRow row(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case LedgerCreated e -> row(recorded, Listed.Kind.LEDGER, LedgerId.DEPLOYMENT, e.ledger());
            case ClientAdded e -> row(recorded, Listed.Kind.CLIENT, e.ledger(), e.client());
            case MerchantAdded e ->
                row(recorded, Listed.Kind.MERCHANT, e.ledger(), e.merchant()).ofLedger(e.reference());
            case WalletOpened e ->
                row(recorded, Listed.Kind.WALLET, e.ledger(), e.wallet()).of(e.wallet(), e.client(), e.reference());
            case WalletErased e -> row(recorded, Listed.Kind.ERASED_WALLET, recorded.ledger(), e.wallet());
            case TopUpRequested e ->
                row(recorded, Listed.Kind.TOP_UP, e.ledger(), e.topUp()).of(e.wallet(), asker(recorded), e.reference());
            case Purchased e -> purchase(recorded, e.sale());
            // However many captures there are of a hold, they are one purchase.
            case HoldCaptured e when e.part() == 1 -> purchase(recorded, e.sale());
            case PopUpCreated e ->
                row(recorded, Listed.Kind.POP_UP, e.ledger(), e.popUp()).ofLedger(e.reference());
            case DropCreated e ->
                row(recorded, Listed.Kind.DROP, e.ledger(), e.drop()).ofLedger(e.reference());
            case HoldPlaced e ->
                row(recorded, Listed.Kind.HOLD, e.ledger(), e.hold())
                        .of(e.wallet(), e.client(), e.reference())
                        .with(e.merchant())
                        .on(e.drop());
            case PurchaseRefunded e ->
                row(recorded, Listed.Kind.REFUND, e.ledger(), e.refund())
                        .of(e.wallet(), e.client(), e.reference())
                        .with(e.merchant());
            case UnspentReturned e ->
                row(recorded, Listed.Kind.REFUND, e.ledger(), e.refund()).of(e.wallet(), e.client(), e.reference());
            case ChargedBack e ->
                row(recorded, Listed.Kind.CHARGEBACK, e.ledger(), e.chargeback())
                        .of(e.wallet());
            case PlanCreated e ->
                row(recorded, Listed.Kind.PLAN, e.ledger(), e.plan()).ofLedger(e.reference());
            // Its plan stands where a sale has its merchant.
            case MembershipStarted e ->
                row(recorded, Listed.Kind.MEMBERSHIP, e.ledger(), e.membership())
                        .of(e.wallet(), e.client(), e.reference())
                        .with(e.plan());
            case CreditGranted e ->
                row(recorded, Listed.Kind.CREDIT, e.ledger(), e.lot().id())
                        .of(e.wallet(), e.client(), e.reference())
                        .with(e.lot().payer().orElse(null));
            case PayoutRequested e ->
                row(recorded, Listed.Kind.PAYOUT, e.ledger(), e.payout())
                        .ofLedger(e.reference())
                        .with(e.merchant());
            // Its processor stands where a sale has its merchant.
            case ProcessorPaidOut e ->
                row(recorded, Listed.Kind.PROCESSOR_PAYOUT, e.ledger(), e.payout())
                        .with(Listed.processor(e.settlement().processor()));
            // Its pop-up stands where a sale has its merchant.
            case UnspentReturnOrdered e ->
                row(recorded, Listed.Kind.JOB, e.ledger(), e.job())
                        .ofLedger(e.reference())
                        .with(e.popUp());
            case Event _ -> null;
        };
    }

    /** Everything that one event adds: a chargeback may be an exception too. */
    static List<ListedRow> all(RecordedEvent recorded) {
        var row = of(recorded);
        return Exceptions.isOne(recorded.event())
                ? Stream.concat(row.stream(), Stream.of(exception(recorded))).toList()
                : row.stream().toList();
    }

    private static ListedRow exception(RecordedEvent recorded) {
        var wallet = recorded.tags().stream()
                .filter(tag -> tag.kind() == Tag.Kind.WALLET)
                .map(tag -> new WalletId(tag.id()))
                .findFirst()
                .orElse(null);
        return row(recorded, Listed.Kind.EXCEPTION, recorded.ledger(), new UUID(0, recorded.position()))
                .of(wallet);
    }

    private static ListedRow purchase(RecordedEvent recorded, Sale sale) {
        return row(recorded, Listed.Kind.PURCHASE, sale.ledger(), sale.purchase())
                .of(sale.wallet(), sale.client(), sale.reference())
                .with(sale.merchant());
    }

    private static @Nullable ClientId asker(RecordedEvent recorded) {
        return recorded.request().map(header -> header.id().client()).orElse(null);
    }

    private static ListedRow row(RecordedEvent recorded, Listed.Kind kind, LedgerId ledger, Identifier thing) {
        return row(recorded, kind, ledger, thing.value());
    }

    /** Of no member, no client and no merchant. */
    private static ListedRow row(RecordedEvent recorded, Listed.Kind kind, LedgerId ledger, UUID thing) {
        return new ListedRow(kind, ledger, recorded.position(), thing, null, null, null, null, Optional.empty());
    }

    /** What no member is part of: its text is the ledger's. */
    private ListedRow ofLedger(@Nullable SealedText text) {
        var found = Reference.of(ledger.value(), text);
        return new ListedRow(kind, ledger, position, subject, wallet, merchant, client, drop, found);
    }

    private ListedRow of(@Nullable WalletId owner) {
        return new ListedRow(kind, ledger, position, subject, value(owner), merchant, client, drop, reference);
    }

    /** What a client did for a member: its text is the member's. */
    private ListedRow of(WalletId owner, @Nullable ClientId asker, @Nullable SealedText text) {
        var found = Reference.of(owner.value(), text);
        return new ListedRow(kind, ledger, position, subject, owner.value(), merchant, value(asker), drop, found);
    }

    private ListedRow with(@Nullable Identifier partner) {
        return new ListedRow(kind, ledger, position, subject, wallet, value(partner), client, drop, reference);
    }

    private ListedRow on(@Nullable DropId sold) {
        return new ListedRow(kind, ledger, position, subject, wallet, merchant, client, value(sold), reference);
    }

    private static @Nullable UUID value(@Nullable Identifier id) {
        return id == null ? null : id.value();
    }
}
