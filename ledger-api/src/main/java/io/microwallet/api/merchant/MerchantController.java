package io.microwallet.api.merchant;

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
import io.microwallet.core.client.Scope;
import io.microwallet.core.merchant.MerchantCommand.AddMerchant;
import io.microwallet.core.merchant.MerchantEvent.MerchantAdded;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.request.Operation;
import io.microwallet.vault.DerivedIds;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Admins add sellers; everybody in the ledger sees them. */
@RestController
@RequestMapping(path = "/v1/merchants", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Merchants", description = "Sellers: third parties that are owed their sales, and shops of our own.")
final class MerchantController {
    private static final long COMMISSION_MAX = 10_000;

    private final SealedTexts texts;
    private final DerivedIds ids;
    private final MerchantViews views;
    private final Lists lists;

    MerchantController(SealedTexts texts, DerivedIds ids, MerchantViews views, Lists lists) {
        this.texts = texts;
        this.ids = ids;
        this.views = views;
        this.lists = lists;
    }

    /** Adds a seller. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.ADMIN)
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = MerchantAnswers.Added.class)))
    Write addMerchant(WriteCall call, @RequestBody MerchantBody body) {
        var name = Fields.name("/name", body.name());
        var kind = Fields.choice("/kind", body.kind(), MerchantKind.class);
        var commission =
                (int) Fields.integer("/commissionBasisPoints", body.commissionBasisPoints(), 0, COMMISSION_MAX);
        var reference = Fields.reference("/reference", body.reference());
        var ledger = call.caller().ledger();
        return Write.of(
                Operation.ADD_MERCHANT,
                () -> new AddMerchant(
                        ledger,
                        new MerchantId(ids.of(call.id(), "merchant")),
                        kind,
                        commission,
                        texts.seal(ledger.value(), name),
                        texts.sealOrNull(ledger.value(), reference)),
                MerchantAnswers::added);
    }

    /** The sellers of this ledger, newest first. */
    @GetMapping
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    Page<MerchantViews.View> listMerchants(@FilteredBy(Filter.REFERENCE) ListCall call) {
        return lists.ofLedger(
                Listed.Kind.MERCHANT,
                call,
                found -> views.of(call.caller(), ((MerchantAdded) found.event()).merchant()));
    }

    /** One seller. */
    @GetMapping("/{id}")
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    MerchantViews.View readMerchant(Caller caller, @PathVariable String id) {
        return views.of(caller, Ids.parse(id, MerchantId::parse, "m_"));
    }
}
