package io.microwallet.api.export;

import io.microwallet.core.books.Books;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.Merchant;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.SealedTexts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens the texts of an export; one whose data key is gone, because its member was erased, is empty. */
final class ExportTexts {
    static final int NAMES_KEPT_MAX = 10_000;

    private final Books books;
    private final SealedTexts texts;
    private final LedgerId ledger;
    private final Map<MerchantId, String> names = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<MerchantId, String> eldest) {
            return size() > NAMES_KEPT_MAX;
        }
    };

    ExportTexts(Books books, SealedTexts texts, LedgerId ledger) {
        this.books = books;
        this.texts = texts;
        this.ledger = ledger;
    }

    /** @param wallet null for a text of the ledger */
    String reference(@Nullable WalletId wallet, @Nullable SealedText reference) {
        var subject = wallet == null ? ledger.value() : wallet.value();
        return reference == null ? "" : texts.open(subject, reference).orElse("");
    }

    /** What merchants are called is the ledger's own text. */
    String name(MerchantId merchant) {
        return names.computeIfAbsent(merchant, id -> switch (books.read(id)) {
            case Merchant.Trading it -> texts.open(ledger.value(), it.name()).orElse("");
            case Merchant.Unborn _ -> "";
        });
    }

    String name(Ledger.Created created) {
        return texts.open(created.id().value(), created.name()).orElse("");
    }
}
