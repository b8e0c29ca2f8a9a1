package io.microwallet.api.chargeback;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.books.Books;
import io.microwallet.core.chargeback.Chargeback;
import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.chargeback.ChargebackId;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.Lot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Chargebacks as finance sees them. */
@Component
final class ChargebackViews {
    private final Books books;
    private final ClientWallets wallets;

    ChargebackViews(Books books, ClientWallets wallets) {
        this.books = books;
        this.wallets = wallets;
    }

    @Schema(name = "Chargeback")
    record View(
            String id,
            String processor,
            String dispute,
            @Nullable String topUp,
            @Nullable String wallet,
            MoneyJson amount,
            @Nullable MoneyJson fee,

            @Schema(allowableValues = {"booked", "won"}) String status,

            @Schema(description = "What the wallet gave of it")
            MoneyJson taken,

            @Schema(description = "What the member owed of it when it was booked")
            MoneyJson owed,

            @Schema(description = "What nobody had claimed") MoneyJson unclaimed,
            @Schema(description = "What is nobody's") MoneyJson unexplained,

            @Schema(description = "What came back when the dispute was won") @Nullable
            MoneyJson won,

            String at,
            @Nullable String wonAt) {}

    /** A 404 for one of another ledger. */
    View of(Caller caller, ChargebackId id) {
        return switch (books.read(id)) {
            case Chargeback.Booked it
            when isOf(caller.ledger(), it.chargedBack()) -> view(caller, it.chargedBack(), it.at(), null, null);
            case Chargeback.Won it
            when isOf(caller.ledger(), it.chargedBack()) ->
                view(caller, it.chargedBack(), it.at(), it.won(), it.wonAt());
            case Chargeback.Booked _, Chargeback.Won _, Chargeback.Unborn _ ->
                throw Absences.exception(Absence.CHARGEBACK_NOT_FOUND);
        };
    }

    private static boolean isOf(LedgerId ledger, ChargedBack event) {
        return event.ledger().equals(ledger);
    }

    private View view(Caller caller, ChargedBack event, Instant at, @Nullable DisputeWon won, @Nullable Instant wonAt) {
        var dispute = event.dispute();
        var topUp = dispute.topUp();
        var wallet = dispute.wallet();
        var fee = dispute.fee();
        var taken = event.lots().stream()
                .map(Lot::amount)
                .reduce(Money.zero(dispute.amount().currency()), Money::plus);
        return new View(
                event.chargeback().text(),
                dispute.processor().value(),
                dispute.reference().value(),
                topUp == null ? null : topUp.text(),
                wallet == null ? null : wallets.show(caller, wallet),
                MoneyJson.of(dispute.amount()),
                fee == null ? null : MoneyJson.of(fee),
                won == null ? "booked" : "won",
                MoneyJson.of(taken),
                MoneyJson.of(event.owed()),
                MoneyJson.of(event.unclaimed()),
                MoneyJson.of(event.unexplained()),
                won == null ? null : MoneyJson.of(won.amount()),
                Times.text(at),
                Times.optional(wonAt));
    }

    /** The dispute behind a chargeback of this ledger; a 404 where there is none. */
    ChargedBack booked(LedgerId ledger, ChargebackId id) {
        return switch (books.read(id)) {
            case Chargeback.Booked it when isOf(ledger, it.chargedBack()) -> it.chargedBack();
            case Chargeback.Won it when isOf(ledger, it.chargedBack()) -> it.chargedBack();
            case Chargeback.Booked _, Chargeback.Won _, Chargeback.Unborn _ ->
                throw Absences.exception(Absence.CHARGEBACK_NOT_FOUND);
        };
    }
}
