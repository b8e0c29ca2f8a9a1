package io.microwallet.api.statement;

import io.microwallet.api.entry.TopUpRequests;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.core.batch.BatchEvent;
import io.microwallet.core.books.Books;
import io.microwallet.core.chargeback.ChargebackEvent;
import io.microwallet.core.client.ClientEvent;
import io.microwallet.core.credit.CreditEvent.CreditExpired;
import io.microwallet.core.credit.CreditEvent.CreditGranted;
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
import io.microwallet.core.membership.MembershipEvent.AttendanceRewarded;
import io.microwallet.core.membership.MembershipEvent.MembershipCreditGranted;
import io.microwallet.core.membership.MembershipEvent.MembershipRenewed;
import io.microwallet.core.membership.MembershipEvent.MembershipStarted;
import io.microwallet.core.merchant.MerchantEvent;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.payout.PayoutEvent;
import io.microwallet.core.popup.PopUpEvent;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.refund.RefundEvent;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.settlement.SettlementEvent;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletEvent.WalletResolved;
import io.microwallet.core.wallet.WalletEvent.WalletUnfrozen;
import io.microwallet.vault.SealedTexts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the lines of a statement from a wallet's events; what moves neither its balance nor its status has none. */
@Component
final class StatementEntries {
    private final Books books;
    private final EntryTexts texts;
    private final ReturnEntries returns;

    StatementEntries(Books books, SealedTexts texts) {
        this.books = books;
        this.texts = new EntryTexts(books, texts);
        this.returns = new ReturnEntries(this.texts);
    }

    Optional<Statement.Entry> of(RecordedEvent recorded) {
        return Optional.ofNullable(
                switch (recorded.event()) {
                    case TopUpSucceeded it -> topUp(recorded, it);
                    case Purchased it -> purchase(recorded, it);
                    case CreditExpired it -> expired(recorded, it);
                    case HoldEvent it -> hold(recorded, it);
                    case CreditGranted it -> credit(recorded, it);
                    case MembershipStarted it -> membership(recorded, it, it.price(), it.available(), it.reference());
                    case MembershipRenewed it -> membership(recorded, it, it.price(), it.available(), null);
                    case MembershipCreditGranted it -> given(recorded, "membership-credit", it);
                    case AttendanceRewarded it -> given(recorded, "attendance-credit", it);
                    case RefundEvent it -> returns.of(recorded, it);
                    case ChargebackEvent.Booked it -> returns.of(recorded, it);
                    case WalletOpened _ -> status(recorded, "opened");
                    case WalletFrozen _ -> status(recorded, "frozen");
                    case WalletUnfrozen _ -> status(recorded, "unfrozen");
                    case WalletClosed _ -> status(recorded, "closed");
                    case WalletErased _ -> status(recorded, "erased");
                    case ChargebackEvent _,
                            MembershipEvent _,
                            WalletResolved _,
                            TopUpRequested _,
                            TopUpFailed _,
                            TopUpUnclaimed _,
                            LinkEvent _,
                            PopUpEvent _,
                            DropEvent _,
                            PayoutEvent _,
                            SettlementEvent _,
                            JobEvent _,
                            BatchEvent _,
                            LedgerEvent _,
                            ClientEvent _,
                            MerchantEvent _,
                            RequestRefused _ -> null;
                });
    }

    private Statement.Entry topUp(RecordedEvent recorded, TopUpSucceeded event) {
        var request = TopUpRequests.of(books.read(event.topUp()));
        return new Statement.Entry(
                recorded.position(),
                Times.text(recorded.at()),
                time(request.effective()),
                "top-up",
                event.topUp().text(),
                null,
                null,
                MoneyJson.of(event.amount()),
                MoneyJson.of(event.available()),
                texts.open(event.wallet(), request.reference()));
    }

    private Statement.Entry purchase(RecordedEvent recorded, Purchased event) {
        return new Statement.Entry(
                recorded.position(),
                Times.text(recorded.at()),
                time(event.effective()),
                "purchase",
                event.purchase().text(),
                event.merchant().text(),
                texts.name(event.merchant()),
                MoneyJson.of(event.amount().negated()),
                MoneyJson.of(event.available()),
                texts.open(event.wallet(), event.reference()));
    }

    private Statement.Entry credit(RecordedEvent recorded, CreditGranted event) {
        var payer = event.lot().payer();
        return new Statement.Entry(
                recorded.position(),
                Times.text(recorded.at()),
                null,
                "credit",
                event.lot().id().text(),
                payer.map(MerchantId::text).orElse(null),
                payer.map(texts::name).orElse(null),
                MoneyJson.of(event.lot().amount()),
                MoneyJson.of(event.available()),
                texts.open(event.wallet(), event.reference()));
    }

    private Statement.Entry membership(
            RecordedEvent recorded,
            MembershipEvent.OfMember event,
            Money price,
            Money available,
            @Nullable SealedText reference) {
        return new Statement.Entry(
                recorded.position(),
                Times.text(recorded.at()),
                null,
                "membership",
                event.membership().text(),
                null,
                null,
                MoneyJson.of(price.negated()),
                MoneyJson.of(available),
                texts.open(event.wallet(), reference));
    }

    private static Statement.Entry given(RecordedEvent recorded, String kind, MembershipEvent.Gives event) {
        return new Statement.Entry(
                recorded.position(),
                Times.text(recorded.at()),
                null,
                kind,
                event.membership().text(),
                null,
                null,
                MoneyJson.of(event.amount()),
                MoneyJson.of(event.available()),
                null);
    }

    private static Statement.Entry expired(RecordedEvent recorded, CreditExpired event) {
        return new Statement.Entry(
                recorded.position(),
                Times.text(recorded.at()),
                time(event.due()),
                "credit-expired",
                null,
                null,
                null,
                MoneyJson.of(event.amount().negated()),
                MoneyJson.of(event.available()),
                null);
    }

    private Statement.Entry hold(RecordedEvent recorded, HoldEvent event) {
        return switch (event) {
            case HoldPlaced it ->
                hold(recorded, it, "hold", it.amount().negated(), null, it.merchant(), it.reference());
            case HoldCaptured it ->
                hold(recorded, it, "capture", returned(it, it.returned()), it.amount(), it.merchant(), it.reference());
            case HoldVoided it -> hold(recorded, it, "hold-voided", returned(it, it.returned()), null, null, null);
            case HoldExpired it -> hold(recorded, it, "hold-expired", returned(it, it.returned()), null, null, null);
        };
    }

    private Statement.Entry hold(
            RecordedEvent recorded,
            HoldEvent event,
            String kind,
            Money amount,
            @Nullable Money captured,
            @Nullable MerchantId merchant,
            @Nullable SealedText reference) {
        return new Statement.Entry(
                recorded.position(),
                Times.text(recorded.at()),
                event instanceof HoldExpired lapsed ? Times.text(lapsed.expires()) : null,
                kind,
                event.hold().text(),
                merchant == null ? null : merchant.text(),
                merchant == null ? null : texts.name(merchant),
                MoneyJson.of(amount),
                captured == null ? null : MoneyJson.of(captured),
                MoneyJson.of(event.available()),
                texts.open(event.wallet(), reference));
    }

    /** What is spendable again; what broke is gone. */
    private static Money returned(HoldEvent event, List<Lot> lots) {
        return lots.stream()
                .map(Lot::amount)
                .reduce(Money.zero(event.available().currency()), Money::plus);
    }

    private static Statement.Entry status(RecordedEvent recorded, String kind) {
        return new Statement.Entry(
                recorded.position(), Times.text(recorded.at()), null, kind, null, null, null, null, null, null);
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : Times.text(instant);
    }
}
