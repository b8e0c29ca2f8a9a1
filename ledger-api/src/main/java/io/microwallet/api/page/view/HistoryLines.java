package io.microwallet.api.page.view;

import io.microwallet.api.page.view.ActivityView.Line;
import io.microwallet.api.page.view.ActivityView.Tone;
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
import io.microwallet.core.merchant.MerchantEvent;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.payout.PayoutEvent;
import io.microwallet.core.popup.PopUpEvent;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.refund.RefundEvent;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.settlement.SettlementEvent;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpEvent;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import io.microwallet.core.wallet.WalletEvent;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletEvent.WalletResolved;
import io.microwallet.core.wallet.WalletEvent.WalletUnfrozen;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts one event of a wallet into a line for its member, or into none where it says nothing to a member. */
public final class HistoryLines {
    private final Books books;
    private final LedgerTexts texts;
    private final MembershipLines memberships;
    private final ReturnLines returns;

    public HistoryLines(Books books, LedgerTexts texts) {
        this.books = books;
        this.texts = texts;
        this.memberships = new MembershipLines(books, texts);
        this.returns = new ReturnLines(texts);
    }

    Optional<Line> line(RecordedEvent event, Wording wording) {
        return switch (event.event()) {
            case Purchased e -> Optional.of(purchase(e, event, wording));
            case TopUpEvent e -> topUp(e, event, wording);
            case CreditExpired e ->
                Optional.of(line(
                        Tone.NOTE, "Credit expired", event, wording, e.amount().negated()));
            case HoldEvent e -> Optional.of(hold(e, event, wording));
            case CreditGranted e -> Optional.of(credit(e, event, wording));
            case MembershipEvent.OfMember e -> memberships.line(e, event, wording);
            case RefundEvent e -> returns.line(e, event, wording);
            case ChargebackEvent.Booked e -> returns.line(e, event, wording);
            case WalletEvent e -> note(e).map(title -> line(Tone.NOTE, title, event, wording, null));
            case ChargebackEvent _,
                    MembershipEvent _,
                    LedgerEvent _,
                    PopUpEvent _,
                    DropEvent _,
                    PayoutEvent _,
                    SettlementEvent _,
                    JobEvent _,
                    ClientEvent _,
                    MerchantEvent _,
                    LinkEvent _,
                    BatchEvent _,
                    RequestRefused _ -> Optional.empty();
        };
    }

    private Line purchase(Purchased e, RecordedEvent event, Wording wording) {
        var shop = shop(e.merchant());
        var paid = wording.change(e.amount().negated());
        var at = e.effective() == null ? event.at() : e.effective();
        return new Line(
                Tone.OUT,
                shop,
                at.toString(),
                wording.moment(at),
                paid,
                e.purchase().text());
    }

    private Line hold(HoldEvent event, RecordedEvent recorded, Wording wording) {
        return switch (event) {
            case HoldPlaced e ->
                line(
                        Tone.WAITING,
                        "Held for " + shop(e.merchant()),
                        recorded,
                        wording,
                        e.amount().negated());
            case HoldCaptured e -> captured(e, recorded, wording);
            case HoldVoided e -> line(Tone.NOTE, "Hold let go", recorded, wording, e.amount());
            case HoldExpired e -> line(Tone.NOTE, "Hold lapsed", recorded, wording, e.amount());
        };
    }

    private Line captured(HoldCaptured e, RecordedEvent recorded, Wording wording) {
        return new Line(
                Tone.OUT,
                shop(e.merchant()) + ", from what was held",
                recorded.at().toString(),
                wording.moment(recorded.at()),
                wording.change(e.amount().negated()),
                e.purchase().text());
    }

    private String shop(MerchantId merchant) {
        return texts.merchant(merchant).orElse("A shop");
    }

    private Line credit(CreditGranted e, RecordedEvent event, Wording wording) {
        var from = e.lot().payer().flatMap(texts::merchant).map(shop -> "Credit from " + shop);
        return line(
                Tone.IN, from.orElse("Credit for you"), event, wording, e.lot().amount());
    }

    private Optional<Line> topUp(TopUpEvent event, RecordedEvent recorded, Wording wording) {
        return switch (event) {
            case TopUpSucceeded e -> Optional.of(line(Tone.IN, "Top-up", recorded, wording, e.amount()));
            case TopUpFailed e -> Optional.of(line(Tone.FAILED, declined(e, wording), recorded, wording, null));
            // Once its outcome is known, that is the line.
            case TopUpRequested e
            when books.read(e.topUp()) instanceof TopUp.Requested ->
                Optional.of(line(Tone.WAITING, "Top-up on its way", recorded, wording, e.amount()));
            case TopUpRequested _, TopUpUnclaimed _ -> Optional.empty();
        };
    }

    private String declined(TopUpFailed failed, Wording wording) {
        return asked(books.read(failed.topUp()))
                .map(amount -> "Top-up of " + wording.amount(amount) + " declined")
                .orElse("Top-up declined");
    }

    private static Optional<Money> asked(TopUp topUp) {
        return switch (topUp) {
            case TopUp.Unborn _ -> Optional.empty();
            case TopUp.Requested t -> Optional.of(t.request().amount());
            case TopUp.Succeeded t -> Optional.of(t.request().amount());
            case TopUp.Unclaimed t -> Optional.of(t.request().amount());
            case TopUp.Failed t -> Optional.of(t.request().amount());
        };
    }

    private static Optional<String> note(WalletEvent event) {
        return switch (event) {
            case WalletOpened _ -> Optional.of("Wallet opened");
            case WalletFrozen _ -> Optional.of("Wallet frozen");
            case WalletUnfrozen _ -> Optional.of("Wallet in use again");
            case WalletClosed _ -> Optional.of("Wallet closed");
            case WalletErased _, WalletResolved _ -> Optional.empty();
        };
    }

    static Line line(Tone tone, String title, RecordedEvent event, Wording wording, @Nullable Money change) {
        var amount = change == null ? null : wording.change(change);
        return new Line(tone, title, event.at().toString(), wording.moment(event.at()), amount, null);
    }
}
