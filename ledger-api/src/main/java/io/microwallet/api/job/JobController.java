package io.microwallet.api.job;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.call.Waits;
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
import io.microwallet.api.refund.ReturnBody;
import io.microwallet.core.client.Scope;
import io.microwallet.core.job.JobCommand.ReturnUnspentOfPopUp;
import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.job.JobId;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.request.Operation;
import io.microwallet.vault.DerivedIds;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders over many wallets at once, and how far they are. */
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Jobs", description = "Orders over many wallets: taken at once, carried out one by one.")
final class JobController {
    private final SealedTexts texts;
    private final DerivedIds ids;
    private final JobViews views;
    private final JobOutcomes outcomes;
    private final Lists lists;

    JobController(SealedTexts texts, DerivedIds ids, JobViews views, JobOutcomes outcomes, Lists lists) {
        this.texts = texts;
        this.ids = ids;
        this.views = views;
        this.outcomes = outcomes;
        this.lists = lists;
    }

    /** Sends what is left of every top-up that names a pop-up back to where it came from. */
    @PostMapping("/pop-ups/{id}/return-unspent")
    @Allowed({Scope.FINANCE, Scope.ADMIN})
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = JobAnswers.Ordered.class)))
    Write returnUnspentOfPopUp(
            WriteCall call, @PathVariable String id, @RequestBody(required = false) @Nullable ReturnBody body) {
        var popUp = Ids.parse(id, PopUpId::parse, "pop_");
        var reference = Fields.reference("/reference", body == null ? null : body.reference());
        return Write.of(Operation.RETURN_UNSPENT_OF_POP_UP, () -> command(call, popUp, reference), JobAnswers::ordered);
    }

    private ReturnUnspentOfPopUp command(WriteCall call, PopUpId popUp, Optional<String> reference) {
        var ledger = call.caller().ledger();
        return new ReturnUnspentOfPopUp(
                ledger,
                popUp,
                new JobId(ids.of(call.id(), "job")),
                call.caller().client(),
                texts.sealOrNull(ledger.value(), reference));
    }

    /** The jobs of this ledger, newest first. */
    @GetMapping("/jobs")
    @Allowed({Scope.FINANCE, Scope.ADMIN})
    Page<JobViews.View> listJobs(@FilteredBy({Filter.POP_UP, Filter.REFERENCE}) ListCall call) {
        return lists.ofLedger(
                Listed.Kind.JOB,
                call,
                found -> views.of(call.caller().ledger(), ((UnspentReturnOrdered) found.event()).job()));
    }

    /** One job; with wait, the answer comes as soon as it is done, or when the seconds are over. */
    @GetMapping("/jobs/{id}")
    @Allowed({Scope.FINANCE, Scope.ADMIN})
    JobViews.View readJob(
            Caller caller,
            @PathVariable String id,
            @Parameter(description = "Seconds, 0 to 30", example = "20") @RequestParam(required = false) @Nullable
                    String wait) {
        var job = Ids.parse(id, JobId::parse, "jo_");
        return Waits.until(
                wait,
                seen -> seen.finishedAt() != null,
                () -> views.of(caller.ledger(), job),
                longest -> outcomes.await(job, longest));
    }
}
