package io.microwallet.api.statement;

import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
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
import org.jspecify.annotations.Nullable;

/** The lines of money that goes back. The amount of each is what it changed of the available balance, also where that is nothing. */
final class ReturnEntries {
    private final EntryTexts texts;

    ReturnEntries(EntryTexts texts) {
        this.texts = texts;
    }

    Statement.@Nullable Entry of(RecordedEvent recorded, RefundEvent event) {
        return switch (event) {
            case PurchaseRefunded it -> refund(recorded, it);
            case UnspentReturned it -> unspent(recorded, it);
            case RefundFailed it ->
                line(recorded, "refund-failed", it.refund().text(), it.lot().amount(), it.available());
            case RefundSettledAfterFailed it ->
                line(
                        recorded,
                        "refund-settled-after-failed",
                        it.refund().text(),
                        less(it.lots(), it.amount()),
                        it.available());
            case RefundSettled _, RefundUnclaimed _ -> null;
        };
    }

    Statement.@Nullable Entry of(RecordedEvent recorded, ChargebackEvent.Booked event) {
        return switch (event) {
            case ChargedBack it ->
                line(
                        recorded,
                        "chargeback",
                        it.chargeback().text(),
                        less(it.lots(), it.dispute().amount()),
                        it.available());
            case DisputeWon it -> line(recorded, "dispute-won", it.chargeback().text(), given(it), it.available());
            case ReceivableCollected it ->
                line(recorded, "receivable-collected", null, it.amount().negated(), it.available());
            case ReceivableWrittenOff _ -> line(recorded, "receivable-written-off", null, null, null);
        };
    }

    private Statement.Entry refund(RecordedEvent recorded, PurchaseRefunded event) {
        return new Statement.Entry(
                recorded.position(),
                Times.text(recorded.at()),
                Times.optional(event.effective()),
                "refund",
                event.refund().text(),
                event.merchant().text(),
                texts.name(event.merchant()),
                MoneyJson.of(sum(event.returned(), event.amount())),
                null,
                MoneyJson.of(event.available()),
                texts.open(event.wallet(), event.reference()));
    }

    private Statement.Entry unspent(RecordedEvent recorded, UnspentReturned event) {
        return new Statement.Entry(
                recorded.position(),
                Times.text(recorded.at()),
                null,
                "unspent-returned",
                event.refund().text(),
                null,
                null,
                MoneyJson.of(event.amount().negated()),
                null,
                MoneyJson.of(event.available()),
                texts.open(event.wallet(), event.reference()));
    }

    /** Without amounts where the wallet was not open: it had none. */
    private static Statement.Entry line(
            RecordedEvent recorded,
            String kind,
            @Nullable String id,
            @Nullable Money change,
            @Nullable Money available) {
        return new Statement.Entry(
                recorded.position(),
                Times.text(recorded.at()),
                null,
                kind,
                id,
                null,
                null,
                change == null || available == null ? null : MoneyJson.of(change),
                null,
                available == null ? null : MoneyJson.of(available),
                null);
    }

    private static Money given(DisputeWon event) {
        var lot = event.lot();
        return lot == null ? Money.zero(event.amount().currency()) : lot.amount();
    }

    private static Money less(List<Lot> lots, Money of) {
        return sum(lots, of).negated();
    }

    private static Money sum(List<Lot> lots, Money of) {
        return lots.stream().map(Lot::amount).reduce(Money.zero(of.currency()), Money::plus);
    }
}
