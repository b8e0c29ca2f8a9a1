package io.microwallet.api.credit;

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
import io.microwallet.core.credit.CreditCommand.GrantCredit;
import io.microwallet.core.money.Money;
import io.microwallet.core.request.AbsentException;
import io.microwallet.core.request.Operation;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.LotId;
import io.microwallet.vault.DerivedIds;
import io.microwallet.vault.SealedTexts;
import io.microwallet.vault.WalletToken;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Credits that clients give; who pays for each is named. */
@RestController
@RequestMapping(path = "/v1/credits", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Credits", description = "Credit is spent like money, may expire, and never becomes cash.")
final class CreditController {
    private final SealedTexts texts;
    private final DerivedIds ids;
    private final ClientWallets wallets;
    private final CreditAnswers answers;
    private final CreditViews views;
    private final Lists lists;

    CreditController(
            SealedTexts texts,
            DerivedIds ids,
            ClientWallets wallets,
            CreditAnswers answers,
            CreditViews views,
            Lists lists) {
        this.texts = texts;
        this.ids = ids;
        this.wallets = wallets;
        this.answers = answers;
        this.views = views;
        this.lists = lists;
    }

    /** Gives a wallet a credit, at the expense of the ledger or of a merchant. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = CreditAnswers.Granted.class)))
    Write grantCredit(WriteCall call, @RequestBody CreditBody body) {
        var order = Order.of(body);
        return Write.of(Operation.GRANT_CREDIT, () -> command(call, order), answers::granted);
    }

    private GrantCredit command(WriteCall call, Order order) throws AbsentException {
        var caller = call.caller();
        var wallet = wallets.find(caller, order.wallet);
        return new GrantCredit(
                caller.ledger(),
                new LotId(ids.of(call.id(), "grant")),
                wallet,
                caller.client(),
                order.amount,
                order.funder,
                order.expires.orElse(null),
                texts.sealOrNull(wallet.value(), order.reference));
    }

    /** Credits that clients gave to wallets that this client may see, newest first. */
    @GetMapping
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    Page<CreditViews.View> listCredits(@FilteredBy({Filter.WALLET, Filter.REFERENCE}) ListCall call) {
        return lists.ofWallets(Listed.Kind.CREDIT, call, found -> views.of(call.caller(), found));
    }

    /** One credit that a client gave, and what is left of it. */
    @GetMapping("/{id}")
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    CreditViews.View readCredit(Caller caller, @PathVariable String id) {
        return views.of(caller, Ids.parse(id, LotId::parse, "lot_"));
    }

    /** The body, once every field of it is as it should be. */
    private record Order(
            WalletToken wallet, Money amount, Funder funder, Optional<Instant> expires, Optional<String> reference) {
        static Order of(CreditBody body) {
            return new Order(
                    ClientWallets.parse("/wallet", body.wallet()),
                    Fields.amount("/amount", body.amount()),
                    Fields.required("/funder", body.funder()).funder(),
                    Fields.time("/expiresAt", body.expiresAt()),
                    Fields.reference("/reference", body.reference()));
        }
    }
}
