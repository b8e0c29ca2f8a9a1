package io.microwallet.api.topup;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.DeclineCode;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Top-ups as a client sees them. */
@Component
final class TopUpViews {
    private final Books books;
    private final SealedTexts texts;
    private final ClientWallets wallets;

    TopUpViews(Books books, SealedTexts texts, ClientWallets wallets) {
        this.books = books;
        this.texts = texts;
        this.wallets = wallets;
    }

    @Schema(name = "TopUp")
    record View(
            String id,
            String wallet,
            MoneyJson amount,
            String processor,
            @Nullable String popUp,

            @Schema(allowableValues = {"requested", "succeeded", "failed", "unclaimed"})
            String status,

            @Schema(description = "Why the processor said no, in its own word") @Nullable
            String declineCode,

            @Schema(description = "The wallet's available balance after it") @Nullable
            MoneyJson available,

            @Nullable String reference,
            @Nullable String effectiveAt,
            String at,
            @Nullable String decidedAt) {}

    /** What the processor said, as far as it said something. */
    private record Said(
            String status,
            @Nullable DeclineCode decline,
            @Nullable Money available,
            @Nullable Instant decidedAt) {}

    /** A 404 for one of another ledger, or of a wallet that this client has no token for. */
    View of(Caller caller, TopUpId id) {
        return switch (books.read(id)) {
            case TopUp.Unborn _ -> throw notFound();
            case TopUp.Requested it ->
                view(caller, it.request(), it.requestedAt(), new Said("requested", null, null, null));
            case TopUp.Succeeded it ->
                view(
                        caller,
                        it.request(),
                        it.requestedAt(),
                        new Said("succeeded", null, it.success().available(), it.at()));
            case TopUp.Failed it ->
                view(caller, it.request(), it.requestedAt(), new Said("failed", it.code(), null, it.at()));
            case TopUp.Unclaimed it ->
                view(caller, it.request(), it.requestedAt(), new Said("unclaimed", null, null, it.at()));
        };
    }

    private View view(Caller caller, TopUpRequested request, Instant at, Said said) {
        if (!request.ledger().equals(caller.ledger()) || !wallets.sees(caller, request.wallet())) {
            throw notFound();
        }
        return new View(
                request.topUp().text(),
                wallets.show(caller, request.wallet()),
                MoneyJson.of(request.amount()),
                request.processor().value(),
                popUp(request),
                said.status,
                said.decline == null ? null : said.decline.value(),
                said.available == null ? null : MoneyJson.of(said.available),
                texts.openOrNull(request.wallet().value(), request.reference()),
                Times.optional(request.effective()),
                Times.text(at),
                Times.optional(said.decidedAt));
    }

    private static @Nullable String popUp(TopUpRequested request) {
        var popUp = request.popUp();
        return popUp == null ? null : popUp.text();
    }

    private static RuntimeException notFound() {
        return Absences.exception(Absence.TOP_UP_NOT_FOUND);
    }
}
