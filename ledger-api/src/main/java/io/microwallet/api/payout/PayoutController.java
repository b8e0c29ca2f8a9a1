package io.microwallet.api.payout;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.json.Ids;
import io.microwallet.api.http.page.Page;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.write.Write;
import io.microwallet.api.listing.Listed;
import io.microwallet.api.listing.call.Filter;
import io.microwallet.api.listing.call.FilteredBy;
import io.microwallet.api.listing.call.ListCall;
import io.microwallet.api.listing.call.Lists;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.payout.PayoutCommand.FailPayout;
import io.microwallet.core.payout.PayoutCommand.RequestPayout;
import io.microwallet.core.payout.PayoutCommand.SettlePayout;
import io.microwallet.core.payout.PayoutEvent.PayoutRequested;
import io.microwallet.core.payout.PayoutId;
import io.microwallet.core.request.Operation;
import io.microwallet.vault.DerivedIds;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Finance pays merchants out, and reports what the bank made of it. */
@RestController
@RequestMapping(path = "/v1/payouts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Payouts", description = "Merchants get what they are owed; the bank settles a payout, or it fails.")
final class PayoutController {
    private final SealedTexts texts;
    private final DerivedIds ids;
    private final Payables payables;
    private final PayoutViews views;
    private final Lists lists;

    PayoutController(SealedTexts texts, DerivedIds ids, Payables payables, PayoutViews views, Lists lists) {
        this.texts = texts;
        this.ids = ids;
        this.payables = payables;
        this.views = views;
        this.lists = lists;
    }

    /** Takes an amount, or all of it, out of what a merchant is owed, and sends it on its way. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.FINANCE)
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = PayoutAnswers.Changed.class)))
    Write requestPayout(WriteCall call, @RequestBody PayoutBody body) {
        var order = Order.of(body);
        return Write.of(Operation.REQUEST_PAYOUT, () -> command(call, order), PayoutAnswers::requested);
    }

    private RequestPayout command(WriteCall call, Order order) {
        var ledger = call.caller().ledger();
        var seen = payables.seen(ledger, order.merchant);
        return new RequestPayout(
                ledger,
                new PayoutId(ids.of(call.id(), "payout")),
                order.merchant,
                order.currency,
                order.amount,
                seen.payables(),
                seen.position(),
                texts.sealOrNull(ledger.value(), order.reference));
    }

    /** Reports that the money left our bank account; told twice, it is booked once. */
    @PostMapping("/{id}/settle")
    @Allowed(Scope.FINANCE)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PayoutAnswers.Changed.class)))
    Write settlePayout(WriteCall call, @PathVariable String id) {
        return report(call, Operation.SETTLE_PAYOUT, id, SettlePayout::new);
    }

    /** Reports that the money did not leave our bank account, or came back: the merchant is owed it again. */
    @PostMapping("/{id}/fail")
    @Allowed(Scope.FINANCE)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PayoutAnswers.Changed.class)))
    Write failPayout(WriteCall call, @PathVariable String id) {
        return report(call, Operation.FAIL_PAYOUT, id, FailPayout::new);
    }

    private Write report(WriteCall call, Operation operation, String id, BiFunction<LedgerId, PayoutId, Command> fact) {
        var payout = Ids.parse(id, PayoutId::parse, "po_");
        var ledger = call.caller().ledger();
        return Write.of(operation, () -> fact.apply(ledger, payout), PayoutAnswers::reported)
                .knownAs(() -> PayoutAnswers.known(views.of(ledger, payout)));
    }

    /** The payouts of this ledger, newest first. */
    @GetMapping
    @Allowed({Scope.FINANCE, Scope.ADMIN})
    Page<PayoutViews.View> listPayouts(@FilteredBy({Filter.MERCHANT, Filter.REFERENCE}) ListCall call) {
        return lists.ofLedger(
                Listed.Kind.PAYOUT,
                call,
                found -> views.of(call.caller().ledger(), ((PayoutRequested) found.event()).payout()));
    }

    /** One payout. */
    @GetMapping("/{id}")
    @Allowed({Scope.FINANCE, Scope.ADMIN})
    PayoutViews.View readPayout(Caller caller, @PathVariable String id) {
        return views.of(caller.ledger(), Ids.parse(id, PayoutId::parse, "po_"));
    }

    /** The body, once every field of it is as it should be. */
    private record Order(
            MerchantId merchant,
            @Nullable Money amount,
            @Nullable Currency currency,
            Optional<String> reference) {
        static Order of(PayoutBody body) {
            var merchant =
                    Ids.parse("/merchant", Fields.required("/merchant", body.merchant()), MerchantId::parse, "m_");
            var amount = body.amount() == null ? null : Fields.amount("/amount", body.amount());
            var currency = body.currency() == null ? null : Fields.currency("/currency", body.currency());
            if (amount != null && currency != null) {
                throw ProblemCode.INVALID_FIELD.at("/currency", "An amount says its currency itself.");
            }
            return new Order(merchant, amount, currency, Fields.reference("/reference", body.reference()));
        }
    }
}
