package io.microwallet.api.page.receipt;

import io.microwallet.api.page.view.LedgerTexts;
import io.microwallet.core.books.Books;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.purchase.Purchase;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.purchase.Sale;
import io.microwallet.core.wallet.WalletId;
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
            case Purchase.Made made when made.sale().wallet().equals(wallet) -> Optional.of(receipt(made));
            case Purchase.Made _, Purchase.Unborn _ -> Optional.empty();
        };
    }

    private Receipt receipt(Purchase.Made made) {
        var sale = made.sale();
        var ledger = ledger(sale);
        return new Receipt(
                texts.name(ledger).orElse(null),
                ledger.mode(),
                sale.purchase(),
                made.at(),
                sale.effective(),
                sale.merchant(),
                texts.merchant(sale.merchant()).orElse(null),
                made.captured(),
                made.lots(),
                made.available());
    }

    private Ledger.Created ledger(Sale sale) {
        return switch (books.read(sale.ledger())) {
            case Ledger.Created ledger -> ledger;
            case Ledger.Unborn _ -> throw new IllegalStateException("a purchase of no ledger: " + sale.purchase());
        };
    }
}
