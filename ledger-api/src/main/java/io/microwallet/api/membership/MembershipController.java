package io.microwallet.api.membership;

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
import io.microwallet.core.books.Books;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.membership.Membership.Agreement;
import io.microwallet.core.membership.MembershipCommand.CancelMembership;
import io.microwallet.core.membership.MembershipCommand.RenewMembership;
import io.microwallet.core.membership.MembershipCommand.StartMembership;
import io.microwallet.core.membership.MembershipEvent.MembershipStarted;
import io.microwallet.core.membership.MembershipId;
import io.microwallet.core.membership.PlanId;
import io.microwallet.core.request.AbsentException;
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

/** Members join a plan, stay, and leave. */
@RestController
@RequestMapping(path = "/v1/memberships", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Memberships")
final class MembershipController {
    private final Books books;
    private final SealedTexts texts;
    private final DerivedIds ids;
    private final ClientWallets wallets;
    private final MembershipAnswers answers;
    private final MembershipViews views;
    private final Lists lists;

    MembershipController(
            Books books,
            SealedTexts texts,
            DerivedIds ids,
            ClientWallets wallets,
            MembershipAnswers answers,
            MembershipViews views,
            Lists lists) {
        this.books = books;
        this.texts = texts;
        this.ids = ids;
        this.wallets = wallets;
        this.answers = answers;
        this.views = views;
        this.lists = lists;
    }

    /** Takes the price out of the wallet's cash, and gives the credit of the first period. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.CHECKOUT)
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = MembershipAnswers.Paid.class)))
    Write startMembership(WriteCall call, @RequestBody MembershipBody body) {
        var token = ClientWallets.parse("/wallet", body.wallet());
        var plan = Ids.parse("/plan", Fields.required("/plan", body.plan()), PlanId::parse, "pl_");
        var reference = Fields.reference("/reference", body.reference());
        var caller = call.caller();
        return Write.of(
                Operation.START_MEMBERSHIP,
                () -> {
                    var wallet = wallets.find(caller, token);
                    return new StartMembership(
                            caller.ledger(),
                            new MembershipId(ids.of(call.id(), "membership")),
                            wallet,
                            plan,
                            caller.client(),
                            texts.sealOrNull(wallet.value(), reference));
                },
                answers::started);
    }

    /** Pays for one more period of a membership that lapsed; it begins now. */
    @PostMapping("/{id}/renew")
    @Allowed(Scope.CHECKOUT)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MembershipAnswers.Paid.class)))
    Write renewMembership(WriteCall call, @PathVariable String id) {
        var membership = Ids.parse(id, MembershipId::parse, "ms_");
        return Write.of(
                Operation.RENEW_MEMBERSHIP,
                () -> {
                    var agreement = agreement(call.caller(), membership);
                    return new RenewMembership(agreement.ledger(), membership, agreement.wallet(), agreement.plan());
                },
                answers::renewed);
    }

    /** Stops the renewal, and nothing else: the period that is paid for runs to its end. */
    @PostMapping("/{id}/cancel")
    @Allowed(Scope.CHECKOUT)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MembershipAnswers.Cancelled.class)))
    Write cancelMembership(WriteCall call, @PathVariable String id) {
        var membership = Ids.parse(id, MembershipId::parse, "ms_");
        return Write.of(
                Operation.CANCEL_MEMBERSHIP,
                () -> {
                    var agreement = agreement(call.caller(), membership);
                    return new CancelMembership(agreement.ledger(), membership, agreement.wallet());
                },
                answers::cancelled);
    }

    /** What never changes of a membership: the boundary of an order about it. */
    private Agreement agreement(Caller caller, MembershipId id) throws AbsentException {
        return books.read(id)
                .within(caller.ledger())
                .agreed()
                .filter(it -> wallets.sees(caller, it.wallet()))
                .orElseThrow(() -> new AbsentException(Absence.MEMBERSHIP_NOT_FOUND));
    }

    /** Memberships of the wallets that this client may see, newest first. */
    @GetMapping
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    Page<MembershipViews.View> listMemberships(
            @FilteredBy({Filter.WALLET, Filter.PLAN, Filter.REFERENCE}) ListCall call) {
        return lists.ofWallets(
                Listed.Kind.MEMBERSHIP,
                call,
                found -> views.of(call.caller(), ((MembershipStarted) found.event()).membership()));
    }

    /** One membership. */
    @GetMapping("/{id}")
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    MembershipViews.View readMembership(Caller caller, @PathVariable String id) {
        return views.of(caller, Ids.parse(id, MembershipId::parse, "ms_"));
    }
}
