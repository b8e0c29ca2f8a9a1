package io.microwallet.api.plan;

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
import io.microwallet.core.membership.MembershipCommand.CreatePlan;
import io.microwallet.core.membership.MembershipCommand.RetirePlan;
import io.microwallet.core.membership.MembershipEvent.PlanCreated;
import io.microwallet.core.membership.PlanId;
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

/** Admins offer memberships; everybody in the ledger sees what is offered. */
@RestController
@RequestMapping(path = "/v1/membership-plans", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Memberships", description = "Plans, and the members who joined them.")
final class PlanController {
    private final SealedTexts texts;
    private final DerivedIds ids;
    private final PlanViews views;
    private final Lists lists;

    PlanController(SealedTexts texts, DerivedIds ids, PlanViews views, Lists lists) {
        this.texts = texts;
        this.ids = ids;
        this.views = views;
        this.lists = lists;
    }

    /** Offers a membership; its terms never change. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.ADMIN)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PlanAnswers.Changed.class)))
    Write createPlan(WriteCall call, @RequestBody PlanBody body) {
        var name = Fields.name("/name", body.name());
        var terms = body.terms();
        var reference = Fields.reference("/reference", body.reference());
        var ledger = call.caller().ledger();
        return Write.of(
                Operation.CREATE_PLAN,
                () -> new CreatePlan(
                        ledger,
                        new PlanId(ids.of(call.id(), "plan")),
                        texts.seal(ledger.value(), name),
                        terms,
                        texts.sealOrNull(ledger.value(), reference)),
                PlanAnswers::created);
    }

    /** Takes no new members from now on; those that it has renew as ever. */
    @PostMapping("/{id}/retire")
    @Allowed(Scope.ADMIN)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanAnswers.Changed.class)))
    Write retirePlan(WriteCall call, @PathVariable String id) {
        var plan = Ids.parse(id, PlanId::parse, "pl_");
        return Write.of(
                Operation.RETIRE_PLAN, () -> new RetirePlan(call.caller().ledger(), plan), PlanAnswers::retired);
    }

    /** The plans of this ledger, newest first. */
    @GetMapping
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    Page<PlanViews.View> listPlans(@FilteredBy(Filter.REFERENCE) ListCall call) {
        return lists.ofLedger(
                Listed.Kind.PLAN, call, found -> views.of(call.caller(), ((PlanCreated) found.event()).plan()));
    }

    /** One plan. */
    @GetMapping("/{id}")
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    PlanViews.View readPlan(Caller caller, @PathVariable String id) {
        return views.of(caller, Ids.parse(id, PlanId::parse, "pl_"));
    }
}
