package io.microwallet.api.page.view;

import io.microwallet.core.books.Books;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.membership.PlanId;
import io.microwallet.core.merchant.Merchant;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.vault.SealedTexts;
import java.util.Optional;

/** Names that belong to a ledger and to no member, opened with the ledger's own data key. */
public final class LedgerTexts {
    private final Books books;
    private final SealedTexts sealed;

    public LedgerTexts(Books books, SealedTexts sealed) {
        this.books = books;
        this.sealed = sealed;
    }

    public Optional<String> merchant(MerchantId id) {
        return switch (books.read(id)) {
            case Merchant.Trading merchant -> sealed.open(merchant.ledger().value(), merchant.name());
            case Merchant.Unborn _ -> Optional.empty();
        };
    }

    public Optional<String> plan(PlanId id) {
        return books.read(id).offer().flatMap(plan -> sealed.open(plan.ledger().value(), plan.name()));
    }

    public Optional<String> name(Ledger.Created ledger) {
        return sealed.open(ledger.id().value(), ledger.name());
    }
}
