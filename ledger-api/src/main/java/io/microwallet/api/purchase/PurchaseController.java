package io.microwallet.api.purchase;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.json.Ids;
import io.microwallet.api.http.page.Page;
import io.microwallet.api.http.write.Write;
import io.microwallet.api.listing.Listed;
import io.microwallet.api.listing.call.Filter;
import io.microwallet.api.listing.call.FilteredBy;
import io.microwallet.api.listing.call.ListCall;
import io.microwallet.api.listing.call.Lists;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Event;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.request.AbsentException;
import io.microwallet.core.request.Operation;
import io.microwallet.vault.DerivedIds;
import io.microwallet.vault.SealedTexts;
import io.microwallet.vault.WalletToken;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One tap at a till: a wallet pays a merchant. */
@RestController
@RequestMapping(path = "/v1/purchases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Purchases", description = "A wallet pays a merchant at once.")
final class PurchaseController {
    private final SealedTexts texts;
    private final DerivedIds ids;
    private final ClientWallets wallets;
    private final PurchaseAnswers answers;
    private final PurchaseViews views;
    private final Lists lists;

    PurchaseController(
            SealedTexts texts,
            DerivedIds ids,
            ClientWallets wallets,
            PurchaseAnswers answers,
            PurchaseViews views,
            Lists lists) {
        this.texts = texts;
        this.ids = ids;
        this.wallets = wallets;
        this.answers = answers;
        this.views = views;
        this.lists = lists;
    }

    /** Pays a merchant from a wallet, all of the amount or nothing. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.CHECKOUT)
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = PurchaseAnswers.Made.class)))
    Write purchase(WriteCall call, @RequestBody PurchaseBody body) {
        var order = Order.of(body);
        return Write.of(Operation.PURCHASE, () -> command(call, order), answers::made);
    }

    private Purchase command(WriteCall call, Order order) throws AbsentException {
        var caller = call.caller();
        var wallet = wallets.find(caller, order.wallet);
        return new Purchase(
                caller.ledger(),
                new PurchaseId(ids.of(call.id(), "purchase")),
                wallet,
                order.merchant,
                caller.client(),
                order.amount,
                order.popUp,
                texts.sealOrNull(wallet.value(), order.reference),
                order.effective.orElse(null));
    }

    /** Purchases of the wallets that this client may see, newest first. */
    @GetMapping
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    Page<PurchaseViews.View> listPurchases(
            @FilteredBy({Filter.WALLET, Filter.MERCHANT, Filter.REFERENCE}) ListCall call) {
        return lists.ofWallets(Listed.Kind.PURCHASE, call, found -> views.of(call.caller(), made(found.event())));
    }

    private static PurchaseId made(Event event) {
        return event instanceof HoldCaptured capture ? capture.purchase() : ((Purchased) event).purchase();
    }

    /** One purchase. */
    @GetMapping("/{id}")
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    PurchaseViews.View readPurchase(Caller caller, @PathVariable String id) {
        return views.of(caller, Ids.parse(id, PurchaseId::parse, "pu_"));
    }

    /** The body, once every field of it is as it should be. */
    private record Order(
            WalletToken wallet,
            MerchantId merchant,
            Money amount,
            @Nullable PopUpId popUp,
            Optional<String> reference,
            Optional<Instant> effective) {
        static Order of(PurchaseBody body) {
            return new Order(
                    ClientWallets.parse("/wallet", body.wallet()),
                    Ids.parse("/merchant", Fields.required("/merchant", body.merchant()), MerchantId::parse, "m_"),
                    Fields.amount("/amount", body.amount()),
                    body.popUp() == null ? null : Ids.parse("/popUp", body.popUp(), PopUpId::parse, "pop_"),
                    Fields.reference("/reference", body.reference()),
                    Fields.time("/effectiveAt", body.effectiveAt()));
        }
    }
}
