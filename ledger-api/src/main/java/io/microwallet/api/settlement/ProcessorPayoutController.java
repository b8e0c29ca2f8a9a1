package io.microwallet.api.settlement;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.json.Ids;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.page.Page;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.write.Write;
import io.microwallet.api.listing.Listed;
import io.microwallet.api.listing.call.Filter;
import io.microwallet.api.listing.call.FilteredBy;
import io.microwallet.api.listing.call.ListCall;
import io.microwallet.api.listing.call.Lists;
import io.microwallet.core.client.Scope;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.money.Money;
import io.microwallet.core.request.Operation;
import io.microwallet.core.settlement.ProcessorPayoutId;
import io.microwallet.core.settlement.Settlement;
import io.microwallet.core.settlement.SettlementCommand.ReportProcessorPayout;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPaidOut;
import io.microwallet.core.topup.ProcessorReference;
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
import org.springframework.web.bind.annotation.RestController;

/** What processors pay to our bank account, as finance reads it there. */
@RestController
@RequestMapping(path = "/v1/processor-payouts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Processor payouts",
        description =
                "What card processors took for us reaches our bank account, less their fees; booked once for each.")
final class ProcessorPayoutController {
    private final ProcessorPayoutViews views;
    private final Lists lists;

    ProcessorPayoutController(ProcessorPayoutViews views, Lists lists) {
        this.views = views;
        this.lists = lists;
    }

    /** Reports a payout of a processor: told twice it is booked once, told with other amounts it is an exception. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.FINANCE)
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ProcessorPayoutAnswers.Reported.class)))
    Write reportProcessorPayout(WriteCall call, @RequestBody ProcessorPayoutBody body) {
        var settlement = settlement(body);
        var effective = Fields.time("/effectiveAt", body.effectiveAt()).orElse(null);
        var ledger = call.caller().ledger();
        var id = ProcessorPayoutId.of(ledger, settlement.processor(), settlement.reference());
        return Write.of(
                        Operation.REPORT_PROCESSOR_PAYOUT,
                        () -> new ReportProcessorPayout(ledger, id, settlement, effective),
                        ProcessorPayoutAnswers::reported)
                .knownAs(() -> ProcessorPayoutAnswers.known(views.of(ledger, id)));
    }

    private static Settlement settlement(ProcessorPayoutBody body) {
        var processor = Fields.parsed(
                "/processor", body.processor(), ProcessorId::new, "The code of a processor, as in simulator.");
        var reference = Fields.parsed(
                "/reference",
                Fields.withoutCardNumber("/reference", Fields.required("/reference", body.reference())),
                ProcessorReference::new,
                "The processor's own name of it: 1 to 128 of A-Z a-z 0-9 . _ : -");
        var amount = Fields.amount("/amount", body.amount());
        return new Settlement(processor, reference, amount, fee(amount, body.fee()));
    }

    private static Money fee(Money amount, @Nullable MoneyJson told) {
        if (told == null) {
            return Money.zero(amount.currency());
        }
        var fee = Fields.amountOrZero("/fee", told);
        if (fee.currency() != amount.currency()) {
            throw ProblemCode.INVALID_FIELD.at("/fee/currency", "A fee is kept in the currency of the amount.");
        }
        if (fee.amount() > Money.AMOUNT_MAX - amount.amount()) {
            throw ProblemCode.INVALID_FIELD.at("/fee", "With its fee the amount is more than can be counted.");
        }
        return fee;
    }

    /** Processors' payouts to this ledger, newest first. */
    @GetMapping
    @Allowed({Scope.FINANCE, Scope.ADMIN})
    Page<ProcessorPayoutViews.View> listProcessorPayouts(@FilteredBy(Filter.PROCESSOR) ListCall call) {
        return lists.ofLedger(
                Listed.Kind.PROCESSOR_PAYOUT,
                call,
                found -> views.of(call.caller().ledger(), ((ProcessorPaidOut) found.event()).payout()));
    }

    /** One payout of a processor. */
    @GetMapping("/{id}")
    @Allowed({Scope.FINANCE, Scope.ADMIN})
    ProcessorPayoutViews.View readProcessorPayout(Caller caller, @PathVariable String id) {
        return views.of(caller.ledger(), Ids.parse(id, ProcessorPayoutId::parse, "pp_"));
    }
}
