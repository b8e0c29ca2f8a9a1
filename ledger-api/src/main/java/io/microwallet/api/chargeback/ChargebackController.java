package io.microwallet.api.chargeback;

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
import io.microwallet.core.books.Books;
import io.microwallet.core.chargeback.Chargeback;
import io.microwallet.core.chargeback.ChargebackCommand.ReportChargeback;
import io.microwallet.core.chargeback.ChargebackCommand.ReportDisputeWon;
import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackId;
import io.microwallet.core.chargeback.Dispute;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.money.Money;
import io.microwallet.core.request.AbsentException;
import io.microwallet.core.request.Operation;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletId;
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

/** What processors take back and give again, as they tell finance by another way than ours. */
@RestController
@RequestMapping(path = "/v1/chargebacks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Chargebacks",
        description = "Payments that banks took back: booked whatever we thought of them, once for each dispute.")
final class ChargebackController {
    private static final String DEFAULT_PROCESSOR = "simulator";

    private final Books books;
    private final ChargebackAnswers answers;
    private final ChargebackViews views;
    private final Lists lists;

    ChargebackController(Books books, ChargebackAnswers answers, ChargebackViews views, Lists lists) {
        this.books = books;
        this.answers = answers;
        this.views = views;
        this.lists = lists;
    }

    /** Reports a dispute; told twice, here or by the processor itself, it is booked once, and told otherwise it is an exception. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.FINANCE)
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ChargebackAnswers.Reported.class)))
    Write reportChargeback(WriteCall call, @RequestBody ChargebackBody body) {
        var report = Report.of(body);
        var caller = call.caller();
        var id = ChargebackId.of(caller.ledger(), report.processor, report.dispute);
        return Write.of(
                        Operation.REPORT_CHARGEBACK,
                        () -> new ReportChargeback(caller.ledger(), id, dispute(caller, report)),
                        answers::booked)
                .knownAs(() -> ChargebackAnswers.known(views.of(caller, id)));
    }

    private Dispute dispute(Caller caller, Report report) throws AbsentException {
        var topUp = report.topUp;
        return new Dispute(
                report.processor,
                report.dispute,
                topUp,
                topUp == null ? null : walletOf(caller, topUp),
                report.amount,
                report.fee);
    }

    private WalletId walletOf(Caller caller, TopUpId topUp) throws AbsentException {
        if (books.read(topUp) instanceof TopUp.Known known
                && known.request().ledger().equals(caller.ledger())) {
            return known.request().wallet();
        }
        throw new AbsentException(Absence.TOP_UP_NOT_FOUND);
    }

    /** Reports that a dispute was won: what came back pays what is owed first, and is the member's then. */
    @PostMapping("/{id}/won")
    @Allowed(Scope.FINANCE)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ChargebackAnswers.Reported.class)))
    Write reportDisputeWon(
            WriteCall call, @PathVariable String id, @RequestBody(required = false) @Nullable AmountBody body) {
        var chargeback = Ids.parse(id, ChargebackId::parse, "cb_");
        var amount = body == null || body.amount() == null ? null : Fields.amount("/amount", body.amount());
        var caller = call.caller();
        return Write.of(Operation.REPORT_CHARGEBACK, () -> won(caller, chargeback, amount), answers::won)
                .knownAs(() -> ChargebackAnswers.known(views.of(caller, chargeback)));
    }

    private ReportDisputeWon won(Caller caller, ChargebackId id, @Nullable Money amount) {
        var booked = views.booked(caller.ledger(), id);
        var dispute = booked.chargedBack().dispute();
        return new ReportDisputeWon(caller.ledger(), id, dispute, amount == null ? rest(booked) : amount);
    }

    /** All that is left of it; where nothing is, the last part once more, which is booked already. */
    private static Money rest(Chargeback.Known booked) {
        return switch (booked) {
            case Chargeback.Booked it -> it.chargedBack().dispute().amount();
            case Chargeback.Won it when it.left().isPositive() -> it.left();
            case Chargeback.Won it -> it.parts().getLast();
        };
    }

    /** Chargebacks of this ledger, newest first. */
    @GetMapping
    @Allowed({Scope.FINANCE, Scope.ADMIN})
    Page<ChargebackViews.View> listChargebacks(@FilteredBy(Filter.WALLET) ListCall call) {
        return lists.ofLedger(
                Listed.Kind.CHARGEBACK,
                call,
                found -> views.of(call.caller(), ((ChargedBack) found.event()).chargeback()));
    }

    /** One chargeback, and what became of it. */
    @GetMapping("/{id}")
    @Allowed({Scope.FINANCE, Scope.ADMIN})
    ChargebackViews.View readChargeback(Caller caller, @PathVariable String id) {
        return views.of(caller, Ids.parse(id, ChargebackId::parse, "cb_"));
    }

    /** The body, once every field of it is as it should be. */
    private record Report(
            ProcessorId processor,
            ProcessorReference dispute,
            @Nullable TopUpId topUp,
            Money amount,
            @Nullable Money fee) {
        static Report of(ChargebackBody body) {
            var amount = Fields.amount("/amount", body.amount());
            var fee = optional(body.fee());
            if (fee != null && fee.amount() > Money.AMOUNT_MAX - amount.amount()) {
                throw ProblemCode.INVALID_FIELD.at("/fee", "With its fee the amount is more than can be counted.");
            }
            return new Report(
                    Fields.parsed(
                            "/processor",
                            body.processor() == null ? DEFAULT_PROCESSOR : body.processor(),
                            ProcessorId::new,
                            "The code of a processor, as in simulator."),
                    Fields.parsed(
                            "/dispute",
                            Fields.withoutCardNumber("/dispute", Fields.required("/dispute", body.dispute())),
                            ProcessorReference::new,
                            "The processor's own name of it: 1 to 128 of A-Z a-z 0-9 . _ : -"),
                    body.topUp() == null ? null : Ids.parse("/topUp", body.topUp(), TopUpId::parse, "tu_"),
                    amount,
                    fee);
        }

        private static @Nullable Money optional(@Nullable MoneyJson fee) {
            return fee == null ? null : Fields.amount("/fee", fee);
        }
    }
}
