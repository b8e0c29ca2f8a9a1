package io.microwallet.api.refund;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.refund.RefundLines.LotLine;
import io.microwallet.api.refund.RefundLines.PartLine;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.refund.Refund;
import io.microwallet.core.refund.RefundId;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refunds as a client sees them. */
@Component
final class RefundViews {
    private final Books books;
    private final SealedTexts texts;
    private final ClientWallets wallets;

    RefundViews(Books books, SealedTexts texts, ClientWallets wallets) {
        this.books = books;
        this.texts = texts;
        this.wallets = wallets;
    }

    @Schema(name = "Refund")
    record View(
            String id,
            String wallet,

            @Schema(description = "Left out where unspent money is returned") @Nullable
            String purchase,

            @Nullable String merchant,
            @Nullable String popUp,

            @Schema(description = "One a currency") List<MoneyJson> amounts,

            @Schema(allowableValues = {"wallet", "source"}) String to,

            @Schema(
                    allowableValues = {"requested", "settled", "failed", "partly-failed"},
                    description = "What failed is in the wallet again")
            String status,

            List<LotLine> returned,
            List<PartLine> parts,
            @Nullable String reference,
            @Nullable String effectiveAt,
            String at,

            @Schema(description = "When the last part was decided") @Nullable
            String decidedAt) {
        boolean isPending() {
            return status.equals("requested");
        }
    }

    /** A 404 for one of another ledger, or of a wallet that this client has no token for. */
    View of(Caller caller, RefundId id) {
        return switch (books.read(id)) {
            case Refund.Made made when isSeen(caller, made) -> view(caller, made);
            case Refund.Made _, Refund.Unborn _ -> throw Absences.exception(Absence.REFUND_NOT_FOUND);
        };
    }

    private boolean isSeen(Caller caller, Refund.Made made) {
        return made.ledger().equals(caller.ledger()) && wallets.sees(caller, made.wallet());
    }

    private View view(Caller caller, Refund.Made made) {
        var purchase = made.purchase();
        var merchant = made.merchant();
        var popUp = made.popUp();
        return new View(
                made.id().text(),
                wallets.show(caller, made.wallet()),
                purchase == null ? null : purchase.text(),
                merchant == null ? null : merchant.text(),
                popUp == null ? null : popUp.text(),
                made.amounts().stream().map(MoneyJson::of).toList(),
                JsonNames.of(made.to()),
                status(made.parts()),
                LotLine.of(made.returned()),
                made.parts().stream().map(RefundViews::line).toList(),
                texts.openOrNull(made.wallet().value(), made.reference()),
                Times.optional(made.effective()),
                Times.text(made.at()),
                Times.optional(decidedAt(made.parts())));
    }

    private static PartLine line(Refund.Part part) {
        return switch (part) {
            case Refund.Part.Requested it -> PartLine.of(it.part(), "requested", null);
            case Refund.Part.Settled it -> PartLine.of(it.part(), "settled", null);
            case Refund.Part.Failed it ->
                PartLine.of(it.part(), "failed", it.code().value());
            case Refund.Part.Unclaimed it ->
                PartLine.of(it.part(), "unclaimed", it.code().value());
            case Refund.Part.Returned it ->
                PartLine.of(it.part(), "failed", it.code().value());
            case Refund.Part.SettledAfterAll it -> PartLine.of(it.part(), "settled", null);
        };
    }

    static boolean isPending(Refund refund) {
        return refund instanceof Refund.Made made && status(made.parts()).equals("requested");
    }

    private static String status(List<Refund.Part> parts) {
        if (parts.stream().anyMatch(Refund.Part.Requested.class::isInstance)) {
            return "requested";
        }
        var settled = parts.stream().filter(RefundViews::isSettled).count();
        return settled == parts.size() ? "settled" : settled == 0 ? "failed" : "partly-failed";
    }

    private static boolean isSettled(Refund.Part part) {
        return part instanceof Refund.Part.Settled || part instanceof Refund.Part.SettledAfterAll;
    }

    private static @Nullable Instant decidedAt(List<Refund.Part> parts) {
        return parts.stream()
                .flatMap(part -> switch (part) {
                    case Refund.Part.Requested _ -> Stream.<Instant>empty();
                    case Refund.Part.Settled it -> Stream.of(it.at());
                    case Refund.Part.Failed it -> Stream.of(it.at());
                    case Refund.Part.Unclaimed it -> Stream.of(it.at());
                    case Refund.Part.Returned it -> Stream.of(it.at());
                    case Refund.Part.SettledAfterAll it -> Stream.of(it.at());
                })
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
