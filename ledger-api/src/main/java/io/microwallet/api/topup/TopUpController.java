package io.microwallet.api.topup;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.call.Waits;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.Ids;
import io.microwallet.api.http.page.Page;
import io.microwallet.api.http.write.Write;
import io.microwallet.api.listing.Listed;
import io.microwallet.api.listing.call.Filter;
import io.microwallet.api.listing.call.FilteredBy;
import io.microwallet.api.listing.call.ListCall;
import io.microwallet.api.listing.call.Lists;
import io.microwallet.api.topup.worker.CardProcessors;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.client.Scope;
import io.microwallet.core.request.AbsentException;
import io.microwallet.core.request.Operation;
import io.microwallet.core.topup.TopUpCommand.RequestTopUp;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.vault.DerivedIds;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Checkout clients ask for money; what the processor says of it is read here. */
@RestController
@RequestMapping(path = "/v1/top-ups", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Top-ups",
        description = "Money from a card into a wallet: asked for first, decided by the processor later.")
final class TopUpController {
    private final SealedTexts texts;
    private final DerivedIds ids;
    private final ClientWallets wallets;
    private final CardProcessors processors;
    private final TopUpAnswers answers;
    private final TopUpViews views;
    private final TopUpOutcomes outcomes;
    private final Lists lists;

    TopUpController(
            SealedTexts texts,
            DerivedIds ids,
            ClientWallets wallets,
            CardProcessors processors,
            TopUpAnswers answers,
            TopUpViews views,
            TopUpOutcomes outcomes,
            Lists lists) {
        this.texts = texts;
        this.ids = ids;
        this.wallets = wallets;
        this.processors = processors;
        this.answers = answers;
        this.views = views;
        this.outcomes = outcomes;
        this.lists = lists;
    }

    /** Records that money is wanted; the processor is asked afterwards. Read it with wait to learn the outcome. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.CHECKOUT)
    @ApiResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = TopUpAnswers.Requested.class)))
    Write requestTopUp(WriteCall call, @RequestBody TopUpBody body) {
        var order = TopUpOrder.of(body);
        return Write.of(Operation.REQUEST_TOP_UP, () -> command(call, order), answers::requested);
    }

    private RequestTopUp command(WriteCall call, TopUpOrder order) throws AbsentException {
        var wallet = wallets.find(call.caller(), order.wallet());
        return new RequestTopUp(
                call.caller().ledger(),
                new TopUpId(ids.of(call.id(), "top-up")),
                wallet,
                order.amount(),
                order.processor(),
                processors.modesOf(order.processor()),
                order.card(),
                order.popUp(),
                texts.sealOrNull(wallet.value(), order.reference()),
                order.effective().orElse(null));
    }

    /** Top-ups of the wallets that this client may see, newest first. */
    @GetMapping
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    Page<TopUpViews.View> listTopUps(@FilteredBy({Filter.WALLET, Filter.REFERENCE}) ListCall call) {
        return lists.ofWallets(
                Listed.Kind.TOP_UP, call, found -> views.of(call.caller(), ((TopUpRequested) found.event()).topUp()));
    }

    /** One top-up; with wait, the answer comes as soon as its outcome is known, or when the seconds are over. */
    @GetMapping("/{id}")
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    TopUpViews.View readTopUp(
            Caller caller,
            @PathVariable String id,
            @Parameter(description = "Seconds, 0 to 30", example = "20") @RequestParam(required = false) @Nullable
                    String wait) {
        var topUp = Ids.parse(id, TopUpId::parse, "tu_");
        return Waits.until(
                wait,
                seen -> !seen.status().equals("requested"),
                () -> views.of(caller, topUp),
                longest -> outcomes.await(topUp, longest));
    }
}
