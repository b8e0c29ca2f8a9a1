package io.microwallet.api.statement;

import io.microwallet.core.books.Books;
import io.microwallet.core.merchant.Merchant;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.SealedTexts;
import org.jspecify.annotations.Nullable;

/** The texts of a statement: a member's own, and what merchants are called. */
record EntryTexts(Books books, SealedTexts texts) {
    @Nullable
    String open(WalletId wallet, @Nullable SealedText text) {
        return texts.openOrNull(wallet.value(), text);
    }

    /** What merchants are called is a text of their ledger. */
    @Nullable
    String name(MerchantId merchant) {
        return switch (books.read(merchant)) {
            case Merchant.Trading it ->
                texts.open(it.ledger().value(), it.name()).orElse(null);
            case Merchant.Unborn _ -> null;
        };
    }
}
