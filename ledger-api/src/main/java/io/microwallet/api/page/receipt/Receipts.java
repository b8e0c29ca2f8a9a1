package io.microwallet.api.page.receipt;

import io.microwallet.api.page.view.LedgerTexts;
import io.microwallet.core.books.Books;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.purchase.Purchase;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.Optional;

/** Finds a wallet's purchases in the books, and nobody else's. */
public final class Receipts {
    private final Books books;
    private final LedgerTexts texts;

    public Receipts(Books books, LedgerTexts texts) {
        this.books = books;
        this.texts = texts;
    }

    /** Empty for what is no purchase id, no purchase, or one of another wallet: whoever asks learns nothing more. */
    public Optional<Receipt> find(WalletId wallet, String purchase) {
        try {
            return find(wallet, PurchaseId.parse(purchase));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<Receipt> find(WalletId wallet, PurchaseId purchase) {
        return switch (books.read(purchase)) {
            case Purchase.Made(var purchased, var at)
            when purchased.wallet().equals(wallet) -> Optional.of(receipt(purchased, at));
            case Purchase.Made _, Purchase.Unborn _ -> Optional.empty();
        };
    }

    private Receipt receipt(Purchased purchased, Instant at) {
        var ledger = ledger(purchased);
        return new Receipt(
                texts.name(ledger).orElse(null),
                ledger.mode(),
                purchased.purchase(),
                at,
                purchased.effective(),
                purchased.merchant(),
                texts.merchant(purchased.merchant()).orElse(null),
                purchased.amount(),
                purchased.draws(),
                purchased.available());
    }

    private Ledger.Created ledger(Purchased purchased) {
        return switch (books.read(purchased.ledger())) {
            case Ledger.Created ledger -> ledger;
            case Ledger.Unborn _ -> throw new IllegalStateException("a purchase of no ledger: " + purchased.purchase());
        };
    }
}
