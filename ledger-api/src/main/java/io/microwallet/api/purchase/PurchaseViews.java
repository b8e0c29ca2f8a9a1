package io.microwallet.api.purchase;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.purchase.Purchase;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.purchase.Sale;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Purchases as a client sees them. */
@Component
final class PurchaseViews {
    private final Books books;
    private final SealedTexts texts;
    private final ClientWallets wallets;

    PurchaseViews(Books books, SealedTexts texts, ClientWallets wallets) {
        this.books = books;
        this.texts = texts;
        this.wallets = wallets;
    }

    /** {@code commission} is told to finance and admins. */
    @Schema(name = "Purchase")
    record View(
            String id,
            String wallet,
            String merchant,
            @Nullable String popUp,
            MoneyJson amount,
            @Nullable MoneyJson commission,

            @Schema(description = "The wallet's available balance after it")
            MoneyJson available,

            List<DrawView> draws,
            @Nullable String reference,
            @Nullable String effectiveAt,
            String at) {}

    /** A 404 for one of another ledger, or of a wallet that this client has no token for. */
    View of(Caller caller, PurchaseId id) {
        return switch (books.read(id)) {
            case Purchase.Unborn _ -> throw notFound();
            case Purchase.Made made -> view(caller, made, made.sale());
        };
    }

    private View view(Caller caller, Purchase.Made made, Sale sale) {
        if (!sale.ledger().equals(caller.ledger()) || !wallets.sees(caller, sale.wallet())) {
            throw notFound();
        }
        return new View(
                sale.purchase().text(),
                wallets.show(caller, sale.wallet()),
                sale.merchant().text(),
                popUp(sale),
                MoneyJson.of(made.captured()),
                caller.seesWholeLedger() ? MoneyJson.of(made.commission()) : null,
                MoneyJson.of(made.available()),
                DrawView.of(made.lots()),
                texts.openOrNull(sale.wallet().value(), sale.reference()),
                Times.optional(sale.effective()),
                Times.text(made.at()));
    }

    private static @Nullable String popUp(Sale sale) {
        var popUp = sale.popUp();
        return popUp == null ? null : popUp.text();
    }

    private static RuntimeException notFound() {
        return Absences.exception(Absence.PURCHASE_NOT_FOUND);
    }
}
