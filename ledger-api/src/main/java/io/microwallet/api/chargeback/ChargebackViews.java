package io.microwallet.api.chargeback;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.books.Books;
import io.microwallet.core.chargeback.Chargeback;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeContradicted;
import io.microwallet.core.chargeback.ChargebackId;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.Lot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
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

            @Schema(description = "What came back when the dispute was won, in all its parts") @Nullable
            MoneyJson won,

            String at,

            @Schema(description = "When the last of it came back") @Nullable
            String wonAt,

            @Schema(description = "Other reports of this dispute, which are not booked; left out where there are none")
            @Nullable
            List<Told> contradicted) {}

    /** What was told of a dispute and is not what is booked. */
    @Schema(name = "ChargebackTold")
    record Told(
            @Nullable String topUp,

            @Schema(description = "What was said to be taken back")
            MoneyJson amount,

            @Nullable MoneyJson fee,

            @Schema(description = "What was said to have come back") @Nullable
            MoneyJson won) {
        static Told of(DisputeContradicted event) {
            var told = event.told();
            var topUp = told.topUp();
            return new Told(
                    topUp == null ? null : topUp.text(),
                    MoneyJson.of(told.amount()),
                    optional(told.fee()),
                    optional(event.won()));
        }
    }

    private static @Nullable MoneyJson optional(@Nullable Money money) {
        return money == null ? null : MoneyJson.of(money);
    }

    /** A 404 for one of another ledger. */
    View of(Caller caller, ChargebackId id) {
        return view(caller, booked(caller.ledger(), id));
    }

    private static boolean isOf(LedgerId ledger, Chargeback.Known chargeback) {
        return chargeback.chargedBack().ledger().equals(ledger);
    }

    private View view(Caller caller, Chargeback.Known chargeback) {
        var event = chargeback.chargedBack();
        var won = chargeback instanceof Chargeback.Won it ? it : null;
        var told = chargeback.contradictions().told();
        var dispute = event.dispute();
        var topUp = dispute.topUp();
        var wallet = dispute.wallet();
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
                optional(dispute.fee()),
                won == null ? "booked" : "won",
                MoneyJson.of(taken),
                MoneyJson.of(event.owed()),
                MoneyJson.of(event.unclaimed()),
                MoneyJson.of(event.unexplained()),
                won == null ? null : MoneyJson.of(won.won()),
                Times.text(chargeback.at()),
                won == null ? null : Times.text(won.wonAt()),
                told.isEmpty() ? null : told.stream().map(Told::of).toList());
    }

    /** A chargeback of this ledger; a 404 where there is none. */
    Chargeback.Known booked(LedgerId ledger, ChargebackId id) {
        return switch (books.read(id)) {
            case Chargeback.Known it when isOf(ledger, it) -> it;
            case Chargeback.Known _, Chargeback.Unborn _ -> throw Absences.exception(Absence.CHARGEBACK_NOT_FOUND);
        };
    }
}
