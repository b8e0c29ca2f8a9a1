package io.microwallet.api.listing;

import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.client.ClientEvent.ClientAdded;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.credit.CreditEvent.CreditGranted;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.drop.DropEvent.DropCreated;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.id.Identifier;
import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.ledger.LedgerEvent.LedgerCreated;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.membership.MembershipEvent.MembershipStarted;
import io.microwallet.core.membership.MembershipEvent.PlanCreated;
import io.microwallet.core.merchant.MerchantEvent.MerchantAdded;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.payout.PayoutEvent.PayoutRequested;
import io.microwallet.core.popup.PopUpEvent.PopUpCreated;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.purchase.Sale;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
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

    /** Of no drop. */
    ListedRow(
            Listed.Kind kind,
            LedgerId ledger,
            long position,
            UUID subject,
            @Nullable UUID wallet,
            @Nullable UUID merchant,
            @Nullable UUID client,
            Optional<Reference> reference) {
        this(kind, ledger, position, subject, wallet, merchant, client, null, reference);
    }

    /** A sealed text, and whose data key it is sealed under. */
    record Reference(UUID subject, SealedText text) {
        static Optional<Reference> of(UUID subject, @Nullable SealedText text) {
            return Optional.ofNullable(text).map(found -> new Reference(subject, found));
        }
    }

    /** Empty for what no list shows. */
    static Optional<ListedRow> of(RecordedEvent recorded) {
        var client = recorded.request().map(header -> header.id().client());
        return switch (recorded.event()) {
            case LedgerCreated e -> Optional.of(plain(recorded, LedgerId.DEPLOYMENT, Listed.Kind.LEDGER, e.ledger()));
            case ClientAdded e -> Optional.of(plain(recorded, e.ledger(), Listed.Kind.CLIENT, e.client()));
            case MerchantAdded e -> Optional.of(merchant(recorded, e));
            case WalletOpened e -> Optional.of(wallet(recorded, e));
            case WalletErased e ->
                Optional.of(plain(recorded, recorded.ledger(), Listed.Kind.ERASED_WALLET, e.wallet()));
            case TopUpRequested e -> Optional.of(topUp(recorded, e, client));
            case Purchased e -> Optional.of(purchase(recorded, e.sale()));
            // However many captures there are of a hold, they are one purchase.
            case HoldCaptured e when e.part() == 1 -> Optional.of(purchase(recorded, e.sale()));
            case PopUpCreated e ->
                Optional.of(ofLedger(recorded, Listed.Kind.POP_UP, e.ledger(), e.popUp(), e.reference()));
            case DropCreated e ->
                Optional.of(ofLedger(recorded, Listed.Kind.DROP, e.ledger(), e.drop(), e.reference()));
            case HoldPlaced e -> Optional.of(hold(recorded, e));
            case PurchaseRefunded e -> Optional.of(refund(recorded, e));
            case UnspentReturned e -> Optional.of(unspent(recorded, e));
            case ChargedBack e -> Optional.of(chargeback(recorded, e));
            case PlanCreated e ->
                Optional.of(ofLedger(recorded, Listed.Kind.PLAN, e.ledger(), e.plan(), e.reference()));
            case MembershipStarted e -> Optional.of(membership(recorded, e));
            case CreditGranted e -> Optional.of(credit(recorded, e));
            case PayoutRequested e -> Optional.of(payout(recorded, e));
            case UnspentReturnOrdered e -> Optional.of(job(recorded, e));
            case Event _ -> Optional.empty();
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
        var wallet = recorded.event().tags().stream()
                .filter(tag -> tag.kind() == Tag.Kind.WALLET)
                .map(Tag::id)
                .findFirst()
                .orElse(null);
        return new ListedRow(
                Listed.Kind.EXCEPTION,
                recorded.ledger(),
                recorded.position(),
                new UUID(0, recorded.position()),
                wallet,
                null,
                null,
                Optional.empty());
    }

    private static ListedRow plain(RecordedEvent recorded, LedgerId ledger, Listed.Kind kind, Identifier thing) {
        return new ListedRow(kind, ledger, recorded.position(), thing.value(), null, null, null, Optional.empty());
    }

    private static ListedRow merchant(RecordedEvent recorded, MerchantAdded e) {
        var reference = Reference.of(e.ledger().value(), e.reference());
        return new ListedRow(
                Listed.Kind.MERCHANT,
                e.ledger(),
                recorded.position(),
                e.merchant().value(),
                null,
                null,
                null,
                reference);
    }

    private static ListedRow payout(RecordedEvent recorded, PayoutRequested e) {
        return of(recorded, Listed.Kind.PAYOUT, e.ledger(), e.payout(), e.merchant(), e.reference());
    }

    /** Its pop-up stands where a sale has its merchant. */
    private static ListedRow job(RecordedEvent recorded, UnspentReturnOrdered e) {
        return of(recorded, Listed.Kind.JOB, e.ledger(), e.job(), e.popUp(), e.reference());
    }

    private static ListedRow refund(RecordedEvent recorded, PurchaseRefunded e) {
        return new ListedRow(
                Listed.Kind.REFUND,
                e.ledger(),
                recorded.position(),
                e.refund().value(),
                e.wallet().value(),
                e.merchant().value(),
                e.client().value(),
                Reference.of(e.wallet().value(), e.reference()));
    }

    private static ListedRow unspent(RecordedEvent recorded, UnspentReturned e) {
        return new ListedRow(
                Listed.Kind.REFUND,
                e.ledger(),
                recorded.position(),
                e.refund().value(),
                e.wallet().value(),
                null,
                e.client().value(),
                Reference.of(e.wallet().value(), e.reference()));
    }

    private static ListedRow chargeback(RecordedEvent recorded, ChargedBack e) {
        var wallet = e.wallet();
        return new ListedRow(
                Listed.Kind.CHARGEBACK,
                e.ledger(),
                recorded.position(),
                e.chargeback().value(),
                wallet == null ? null : wallet.value(),
                null,
                null,
                Optional.empty());
    }

    private static ListedRow wallet(RecordedEvent recorded, WalletOpened e) {
        var wallet = e.wallet().value();
        return new ListedRow(
                Listed.Kind.WALLET,
                e.ledger(),
                recorded.position(),
                wallet,
                wallet,
                null,
                e.client().value(),
                Reference.of(wallet, e.reference()));
    }

    private static ListedRow topUp(RecordedEvent recorded, TopUpRequested e, Optional<ClientId> client) {
        var wallet = e.wallet().value();
        return new ListedRow(
                Listed.Kind.TOP_UP,
                e.ledger(),
                recorded.position(),
                e.topUp().value(),
                wallet,
                null,
                client.map(ClientId::value).orElse(null),
                Reference.of(wallet, e.reference()));
    }

    private static ListedRow purchase(RecordedEvent recorded, Sale e) {
        var wallet = e.wallet().value();
        return new ListedRow(
                Listed.Kind.PURCHASE,
                e.ledger(),
                recorded.position(),
                e.purchase().value(),
                wallet,
                e.merchant().value(),
                e.client().value(),
                Reference.of(wallet, e.reference()));
    }

    private static ListedRow hold(RecordedEvent recorded, HoldPlaced e) {
        var wallet = e.wallet().value();
        return new ListedRow(
                Listed.Kind.HOLD,
                e.ledger(),
                recorded.position(),
                e.hold().value(),
                wallet,
                e.merchant().value(),
                e.client().value(),
                e.drop() == null ? null : e.drop().value(),
                Reference.of(wallet, e.reference()));
    }

    /** Its plan stands where a sale has its merchant. */
    private static ListedRow membership(RecordedEvent recorded, MembershipStarted e) {
        var wallet = e.wallet().value();
        return new ListedRow(
                Listed.Kind.MEMBERSHIP,
                e.ledger(),
                recorded.position(),
                e.membership().value(),
                wallet,
                e.plan().value(),
                e.client().value(),
                Reference.of(wallet, e.reference()));
    }

    private static ListedRow credit(RecordedEvent recorded, CreditGranted e) {
        var wallet = e.wallet().value();
        return new ListedRow(
                Listed.Kind.CREDIT,
                e.ledger(),
                recorded.position(),
                e.lot().id().value(),
                wallet,
                e.lot().payer().map(MerchantId::value).orElse(null),
                e.client().value(),
                Reference.of(wallet, e.reference()));
    }

    /** What no member is part of: its text is the ledger's. */
    private static ListedRow ofLedger(
            RecordedEvent recorded,
            Listed.Kind kind,
            LedgerId ledger,
            Identifier thing,
            @Nullable SealedText reference) {
        return of(recorded, kind, ledger, thing, null, reference);
    }

    private static ListedRow of(
            RecordedEvent recorded,
            Listed.Kind kind,
            LedgerId ledger,
            Identifier thing,
            @Nullable Identifier merchant,
            @Nullable SealedText reference) {
        return new ListedRow(
                kind,
                ledger,
                recorded.position(),
                thing.value(),
                null,
                merchant == null ? null : merchant.value(),
                null,
                Reference.of(ledger.value(), reference));
    }
}
