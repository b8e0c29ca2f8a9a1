package io.microwallet.api.page.view;

import io.microwallet.api.page.view.ActivityView.Line;
import io.microwallet.api.page.view.ActivityView.Tone;
import io.microwallet.core.chargeback.ChargebackEvent;
import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableCollected;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableWrittenOff;
import io.microwallet.core.money.Money;
import io.microwallet.core.refund.RefundEvent;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundEvent.RefundFailed;
import io.microwallet.core.refund.RefundEvent.RefundSettled;
import io.microwallet.core.refund.RefundEvent.RefundSettledAfterFailed;
import io.microwallet.core.refund.RefundEvent.RefundUnclaimed;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.Lot;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Money that goes back, put into lines for its member. */
final class ReturnLines {
    private final LedgerTexts texts;

    ReturnLines(LedgerTexts texts) {
        this.texts = texts;
    }

    Optional<Line> line(RefundEvent event, RecordedEvent recorded, Wording wording) {
        return Optional.ofNullable(
                switch (event) {
                    case PurchaseRefunded e -> refund(e, recorded, wording);
                    case UnspentReturned e ->
                        line(
                                Tone.OUT,
                                "On its way back to your card",
                                recorded,
                                wording,
                                e.amount().negated());
                    case RefundSettled e ->
                        line(
                                Tone.NOTE,
                                wording.amount(e.amount()) + " sent back to your card",
                                recorded,
                                wording,
                                null);
                    case RefundFailed e ->
                        line(
                                Tone.IN,
                                "Your card did not take it back",
                                recorded,
                                wording,
                                e.lot().amount());
                    case RefundSettledAfterFailed e ->
                        line(
                                Tone.OUT,
                                "Your card took it back after all",
                                recorded,
                                wording,
                                taken(e.lots(), e.amount()));
                    case RefundUnclaimed _ -> null;
                });
    }

    Optional<Line> line(ChargebackEvent.Booked event, RecordedEvent recorded, Wording wording) {
        return Optional.of(
                switch (event) {
                    case ChargedBack e -> chargedBack(e, recorded, wording);
                    case DisputeWon e -> won(e, recorded, wording);
                    case ReceivableCollected e ->
                        line(
                                Tone.OUT,
                                "Paid what was owed",
                                recorded,
                                wording,
                                e.amount().negated());
                    case ReceivableWrittenOff e ->
                        line(Tone.NOTE, wording.amount(e.amount()) + " owed no longer", recorded, wording, null);
                });
    }

    private Line refund(PurchaseRefunded e, RecordedEvent recorded, Wording wording) {
        var shop = texts.merchant(e.merchant()).orElse("a shop");
        var back = sum(e.returned(), e.amount());
        var title = e.parts().isEmpty()
                ? "Refund from " + shop
                : "Refund from " + shop + ": " + wording.amount(e.amount().minus(undoneCredit(e))) + " to your card";
        return line(Tone.IN, title, recorded, wording, back.isZero() ? null : back);
    }

    /** What did not go to the card. */
    private static Money undoneCredit(PurchaseRefunded e) {
        return sum(e.returned(), e.amount());
    }

    private static Line chargedBack(ChargedBack e, RecordedEvent recorded, Wording wording) {
        var taken = taken(e.lots(), e.dispute().amount());
        var title = e.owed().isZero()
                ? "Payment taken back by your bank"
                : "Payment taken back by your bank: " + wording.amount(e.owed()) + " owed";
        return line(Tone.OUT, title, recorded, wording, taken.isZero() ? null : taken);
    }

    private static Line won(DisputeWon e, RecordedEvent recorded, Wording wording) {
        var lot = e.lot();
        return line(Tone.IN, "Payment given back by your bank", recorded, wording, lot == null ? null : lot.amount());
    }

    private static Money taken(List<Lot> lots, Money of) {
        return sum(lots, of).negated();
    }

    private static Money sum(List<Lot> lots, Money of) {
        return lots.stream().map(Lot::amount).reduce(Money.zero(of.currency()), Money::plus);
    }

    private static Line line(Tone tone, String title, RecordedEvent event, Wording wording, @Nullable Money change) {
        var amount = change == null ? null : wording.change(change);
        return new Line(tone, title, event.at().toString(), wording.moment(event.at()), amount, null);
    }
}
