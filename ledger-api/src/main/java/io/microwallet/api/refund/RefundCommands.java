package io.microwallet.api.refund;

import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.json.Ids;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.hold.Hold;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.Purchase;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.refund.RefundCommand.RefundPurchase;
import io.microwallet.core.refund.RefundCommand.ReturnUnspent;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.refund.RefundTarget;
import io.microwallet.core.refund.UnspentSources;
import io.microwallet.core.request.AbsentException;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Lot;
import io.microwallet.vault.DerivedIds;
import io.microwallet.vault.SealedTexts;
import io.microwallet.vault.WalletToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes commands of what clients ask: looks up what never changes of a purchase, and which top-ups are behind it. */
@Component
final class RefundCommands {
    private final Books books;
    private final SealedTexts texts;
    private final DerivedIds ids;
    private final ClientWallets wallets;

    RefundCommands(Books books, SealedTexts texts, DerivedIds ids, ClientWallets wallets) {
        this.books = books;
        this.texts = texts;
        this.ids = ids;
        this.wallets = wallets;
    }

    /** The body, once every field of it is as it should be. */
    record Order(
            PurchaseId purchase,
            @Nullable Money amount,
            RefundTarget to,
            Optional<String> reference,
            Optional<Instant> effective) {
        static Order of(RefundBody body) {
            return new Order(
                    Ids.parse("/purchase", Fields.required("/purchase", body.purchase()), PurchaseId::parse, "pu_"),
                    body.amount() == null ? null : Fields.amount("/amount", body.amount()),
                    Fields.choice("/to", body.to(), RefundTarget.class),
                    Fields.reference("/reference", body.reference()),
                    Fields.time("/effectiveAt", body.effectiveAt()));
        }
    }

    RefundPurchase refund(WriteCall call, Order order) throws AbsentException {
        var made = made(call, order.purchase);
        var sale = made.sale();
        return new RefundPurchase(
                sale.ledger(),
                new RefundId(ids.of(call.id(), "refund")),
                sale.purchase(),
                sale.wallet(),
                sale.merchant(),
                call.caller().client(),
                order.amount,
                order.to,
                sources(made, order.to),
                texts.sealOrNull(sale.wallet().value(), order.reference),
                order.effective.orElse(null));
    }

    private Purchase.Made made(WriteCall call, PurchaseId id) throws AbsentException {
        if (books.read(id) instanceof Purchase.Made made
                && made.sale().ledger().equals(call.caller().ledger())
                && wallets.sees(call.caller(), made.sale().wallet())) {
            return made;
        }
        throw new AbsentException(Absence.PURCHASE_NOT_FOUND);
    }

    /** A hold that may be captured further brings no other top-ups than those that it holds. */
    private List<TopUpId> sources(Purchase.Made made, RefundTarget to) {
        return switch (to) {
            case WALLET -> List.of();
            case SOURCE -> {
                var held = books.read(new HoldId(made.sale().purchase().value())) instanceof Hold.Placed hold
                        ? hold.placed().lots()
                        : List.<Lot>of();
                yield UnspentSources.behind(Stream.concat(made.lots().stream(), held.stream()));
            }
        };
    }

    ReturnUnspent returnUnspent(WriteCall call, WalletToken token, Optional<String> reference) throws AbsentException {
        var wallet = wallets.find(call.caller(), token);
        return new ReturnUnspent(
                call.caller().ledger(),
                new RefundId(ids.of(call.id(), "refund")),
                wallet,
                call.caller().client(),
                UnspentSources.of(books.read(wallet)),
                null,
                texts.sealOrNull(wallet.value(), reference));
    }
}
