package io.microwallet.api.drop;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.Ids;
import io.microwallet.api.http.page.Page;
import io.microwallet.api.http.write.Write;
import io.microwallet.api.listing.Listed;
import io.microwallet.api.listing.call.Filter;
import io.microwallet.api.listing.call.FilteredBy;
import io.microwallet.api.listing.call.ListCall;
import io.microwallet.api.listing.call.Lists;
import io.microwallet.api.popup.WindowBody;
import io.microwallet.core.client.Scope;
import io.microwallet.core.drop.DropCommand.CloseDrop;
import io.microwallet.core.drop.DropCommand.CreateDrop;
import io.microwallet.core.drop.DropCommand.OpenDrop;
import io.microwallet.core.drop.DropCommand.RescheduleDrop;
import io.microwallet.core.drop.DropEvent.DropCreated;
import io.microwallet.core.drop.DropId;
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

/** Admins announce drops; everybody in the ledger sees them. */
@RestController
@RequestMapping(path = "/v1/drops", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Drops", description = "A limited number of units, sold in one window to whoever holds one first.")
final class DropController {
    private final SealedTexts texts;
    private final DerivedIds ids;
    private final DropViews views;
    private final Lists lists;

    DropController(SealedTexts texts, DerivedIds ids, DropViews views, Lists lists) {
        this.texts = texts;
        this.ids = ids;
        this.views = views;
        this.lists = lists;
    }

    /** Announces a drop. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.ADMIN)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DropAnswers.Created.class)))
    Write createDrop(WriteCall call, @RequestBody DropBody body) {
        var order = DropOrder.of(body);
        return Write.of(Operation.CREATE_DROP, () -> command(call, order), DropAnswers::created);
    }

    private CreateDrop command(WriteCall call, DropOrder order) {
        var ledger = call.caller().ledger();
        return new CreateDrop(
                ledger,
                new DropId(ids.of(call.id(), "drop")),
                order.merchant(),
                order.popUp(),
                texts.seal(ledger.value(), order.name()),
                order.offer(),
                order.window(),
                texts.sealOrNull(ledger.value(), order.reference()));
    }

    /** Puts it off, or opens one again that was closed. */
    @PostMapping(path = "/{id}/reschedule", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.ADMIN)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DropAnswers.Changed.class)))
    Write rescheduleDrop(WriteCall call, @PathVariable String id, @RequestBody WindowBody body) {
        var drop = parse(id);
        var window = body.window();
        return Write.of(
                Operation.RESCHEDULE_DROP,
                () -> new RescheduleDrop(call.caller().ledger(), drop, window),
                DropAnswers::changed);
    }

    /** Opens it to everybody now, before its time. */
    @PostMapping("/{id}/open")
    @Allowed(Scope.ADMIN)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DropAnswers.Changed.class)))
    Write openDrop(WriteCall call, @PathVariable String id) {
        var drop = parse(id);
        return Write.of(Operation.OPEN_DROP, () -> new OpenDrop(call.caller().ledger(), drop), DropAnswers::changed);
    }

    /** Closes it now, before its time; units that are held stay held. */
    @PostMapping("/{id}/close")
    @Allowed(Scope.ADMIN)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DropAnswers.Changed.class)))
    Write closeDrop(WriteCall call, @PathVariable String id) {
        var drop = parse(id);
        return Write.of(Operation.CLOSE_DROP, () -> new CloseDrop(call.caller().ledger(), drop), DropAnswers::changed);
    }

    /** The drops of this ledger, newest first. */
    @GetMapping
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    Page<DropViews.View> listDrops(@FilteredBy(Filter.REFERENCE) ListCall call) {
        return lists.ofLedger(
                Listed.Kind.DROP, call, found -> views.of(call.caller(), ((DropCreated) found.event()).drop()));
    }

    /** One drop. */
    @GetMapping("/{id}")
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    DropViews.View readDrop(Caller caller, @PathVariable String id) {
        return views.of(caller, parse(id));
    }

    private static DropId parse(String id) {
        return Ids.parse(id, DropId::parse, "dr_");
    }
}
