package io.microwallet.api.refund;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.call.Waits;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.json.Ids;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.page.Page;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.write.Write;
import io.microwallet.api.listing.Listed;
import io.microwallet.api.listing.call.Filter;
import io.microwallet.api.listing.call.FilteredBy;
import io.microwallet.api.listing.call.ListCall;
import io.microwallet.api.listing.call.Lists;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Event;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.refund.RefundEvent;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.request.Operation;
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

/** Purchases are given back, to the wallet at once or to where the money came from. */
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Refunds", description = "Money back: to the wallet at once, or to the cards that it came from.")
final class RefundController {
    private final RefundCommands commands;
    private final RefundAnswers answers;
    private final RefundViews views;
    private final RefundOutcomes outcomes;
    private final RefundsOfPurchase ofPurchase;
    private final Lists lists;

    RefundController(
            RefundCommands commands,
            RefundAnswers answers,
            RefundViews views,
            RefundOutcomes outcomes,
            RefundsOfPurchase ofPurchase,
            Lists lists) {
        this.commands = commands;
        this.answers = answers;
        this.views = views;
        this.outcomes = outcomes;
        this.ofPurchase = ofPurchase;
        this.lists = lists;
    }

    /** Gives a purchase back, or a part of it: what was taken last goes back first. */
    @PostMapping(path = "/refunds", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Scope.CHECKOUT, Scope.FINANCE})
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = RefundAnswers.Refunded.class)))
    Write refundPurchase(WriteCall call, @RequestBody RefundBody body) {
        var order = RefundCommands.Order.of(body);
        return Write.of(Operation.REFUND_PURCHASE, () -> commands.refund(call, order), answers::refunded);
    }

    /** Sends what is left of a wallet's top-ups back to where they came from. */
    @PostMapping("/wallets/{token}/return-unspent")
    @Allowed({Scope.CHECKOUT, Scope.FINANCE})
    @ApiResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = RefundAnswers.Returned.class)))
    Write returnUnspent(
            WriteCall call, @PathVariable String token, @RequestBody(required = false) @Nullable ReturnBody body) {
        var wallet = ClientWallets.parse(token);
        var reference = Fields.reference("/reference", body == null ? null : body.reference());
        return Write.of(
                Operation.RETURN_UNSPENT, () -> commands.returnUnspent(call, wallet, reference), answers::returned);
    }

    /** Refunds of the wallets that this client may see, newest first. */
    @GetMapping("/refunds")
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    Page<RefundViews.View> listRefunds(@FilteredBy({Filter.PURCHASE, Filter.WALLET, Filter.REFERENCE}) ListCall call) {
        var purchase = call.filter(Filter.PURCHASE);
        if (purchase.isPresent() && call.filters().size() > 1) {
            throw ProblemCode.INVALID_PARAMETER.exception("A purchase says its wallet itself: name nothing else.");
        }
        return purchase.map(id -> ofPurchase.page(call.caller(), Ids.parse(id, PurchaseId::parse, "pu_"), call.page()))
                .orElseGet(
                        () -> lists.ofWallets(Listed.Kind.REFUND, call, found -> view(call.caller(), found.event())));
    }

    /** Unspent money of several currencies is one refund: the event of the first is its line, the others have none. */
    private RefundViews.View view(Caller caller, Event event) {
        var view = views.of(caller, ((RefundEvent) event).refund());
        if (event instanceof UnspentReturned it && !view.amounts().getFirst().equals(MoneyJson.of(it.amount()))) {
            throw Absences.exception(Absence.REFUND_NOT_FOUND);
        }
        return view;
    }

    /** One refund; with wait, the answer comes as soon as every part is decided, or when the seconds are over. */
    @GetMapping("/refunds/{id}")
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    RefundViews.View readRefund(
            Caller caller,
            @PathVariable String id,
            @Parameter(description = "Seconds, 0 to 30", example = "20") @RequestParam(required = false) @Nullable
                    String wait) {
        var refund = Ids.parse(id, RefundId::parse, "re_");
        return Waits.until(
                wait,
                seen -> !seen.isPending(),
                () -> views.of(caller, refund),
                longest -> outcomes.await(refund, longest));
    }
}
