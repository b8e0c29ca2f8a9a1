package io.microwallet.api.popup;

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
import io.microwallet.core.popup.PopUpCommand.ClosePopUp;
import io.microwallet.core.popup.PopUpCommand.CreatePopUp;
import io.microwallet.core.popup.PopUpCommand.OpenPopUp;
import io.microwallet.core.popup.PopUpCommand.ReschedulePopUp;
import io.microwallet.core.popup.PopUpEvent.PopUpCreated;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.request.Operation;
import io.microwallet.vault.DerivedIds;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Admins announce pop-ups; everybody in the ledger sees them. */
@RestController
@RequestMapping(path = "/v1/pop-ups", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Pop-ups", description = "Micro-events: drops, holds, purchases and top-ups may name one.")
final class PopUpController {
    private final SealedTexts texts;
    private final DerivedIds ids;
    private final PopUpViews views;
    private final Lists lists;

    PopUpController(SealedTexts texts, DerivedIds ids, PopUpViews views, Lists lists) {
        this.texts = texts;
        this.ids = ids;
        this.views = views;
        this.lists = lists;
    }

    /** Announces a pop-up. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.ADMIN)
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = PopUpAnswers.Created.class)))
    Write createPopUp(WriteCall call, @RequestBody PopUpBody body) {
        var name = Fields.name("/name", body.name());
        var window = new WindowBody(body.opensAt(), body.closesAt()).window();
        var zone = zone(body.timeZone());
        var reference = Fields.reference("/reference", body.reference());
        var ledger = call.caller().ledger();
        return Write.of(
                Operation.CREATE_POP_UP,
                () -> new CreatePopUp(
                        ledger,
                        new PopUpId(ids.of(call.id(), "pop-up")),
                        texts.seal(ledger.value(), name),
                        window,
                        zone,
                        texts.sealOrNull(ledger.value(), reference)),
                PopUpAnswers::created);
    }

    private static @Nullable ZoneId zone(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw ProblemCode.INVALID_FIELD.at("/timeZone", "A region of the IANA database, as in Europe/Berlin.");
        }
        return ZoneId.of(text);
    }

    /** Puts it off, or opens one again that was closed. */
    @PostMapping(path = "/{id}/reschedule", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.ADMIN)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PopUpAnswers.Changed.class)))
    Write reschedulePopUp(WriteCall call, @PathVariable String id, @RequestBody WindowBody body) {
        var popUp = parse(id);
        var window = body.window();
        return Write.of(
                Operation.RESCHEDULE_POP_UP,
                () -> new ReschedulePopUp(call.caller().ledger(), popUp, window),
                PopUpAnswers::changed);
    }

    /** Opens it now, before its time. */
    @PostMapping("/{id}/open")
    @Allowed(Scope.ADMIN)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PopUpAnswers.Changed.class)))
    Write openPopUp(WriteCall call, @PathVariable String id) {
        var popUp = parse(id);
        return Write.of(
                Operation.OPEN_POP_UP, () -> new OpenPopUp(call.caller().ledger(), popUp), PopUpAnswers::changed);
    }

    /** Closes it now, before its time. */
    @PostMapping("/{id}/close")
    @Allowed(Scope.ADMIN)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PopUpAnswers.Changed.class)))
    Write closePopUp(WriteCall call, @PathVariable String id) {
        var popUp = parse(id);
        return Write.of(
                Operation.CLOSE_POP_UP, () -> new ClosePopUp(call.caller().ledger(), popUp), PopUpAnswers::changed);
    }

    /** The pop-ups of this ledger, newest first. */
    @GetMapping
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    Page<PopUpViews.View> listPopUps(@FilteredBy(Filter.REFERENCE) ListCall call) {
        return lists.ofLedger(
                Listed.Kind.POP_UP, call, found -> views.of(call.caller(), ((PopUpCreated) found.event()).popUp()));
    }

    /** One pop-up. */
    @GetMapping("/{id}")
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    PopUpViews.View readPopUp(Caller caller, @PathVariable String id) {
        return views.of(caller, parse(id));
    }

    private static PopUpId parse(String id) {
        return Ids.parse(id, PopUpId::parse, "pop_");
    }
}
