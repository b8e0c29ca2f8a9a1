package io.microwallet.api.merchant;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.merchant.Merchant;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Merchants as clients of the same ledger see them. */
@Component
final class MerchantViews {
    private final Books books;
    private final SealedTexts texts;

    MerchantViews(Books books, SealedTexts texts) {
        this.books = books;
        this.texts = texts;
    }

    @Schema(name = "Merchant")
    record View(
            String id,
            @Nullable String name,

            @Schema(allowableValues = {"third-party", "own"})
            String kind,

            int commissionBasisPoints,
            @Nullable String reference,
            String createdAt) {}

    /** A 404 for one of another ledger. */
    View of(Caller caller, MerchantId id) {
        return switch (books.read(id).within(caller.ledger())) {
            case Merchant.Unborn _ -> throw Absences.exception(Absence.MERCHANT_NOT_FOUND);
            case Merchant.Trading merchant ->
                new View(
                        merchant.id().text(),
                        texts.openOrNull(merchant.ledger().value(), merchant.name()),
                        JsonNames.of(merchant.kind()),
                        merchant.commissionBasisPoints(),
                        texts.openOrNull(merchant.ledger().value(), merchant.reference()),
                        Times.text(merchant.addedAt()));
        };
    }
}
