package io.microwallet.api.hold;

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
import io.microwallet.core.client.Scope;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.request.Operation;
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

/** Checkout clients hold units and money, and capture or let go of them later. */
@RestController
@RequestMapping(path = "/v1/holds", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Holds",
        description = "Money that is reserved, and a unit of a drop with it, until it is captured or let go.")
final class HoldController {
    private final HoldCommands commands;
    private final HoldAnswers answers;
    private final HoldViews views;
    private final Lists lists;

    HoldController(HoldCommands commands, HoldAnswers answers, HoldViews views, Lists lists) {
        this.commands = commands;
        this.answers = answers;
        this.views = views;
        this.lists = lists;
    }

    /** Holds a unit of a drop and its price, or a deposit; all of it or nothing. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.CHECKOUT)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = HoldAnswers.Placed.class)))
    Write placeHold(WriteCall call, @RequestBody HoldBody body) {
        var order = HoldOrder.of(body);
        return Write.of(Operation.PLACE_HOLD, () -> commands.place(call, order), answers::placed);
    }

    /** Takes what is held, or a part of it. */
    @PostMapping("/{id}/capture")
    @Allowed(Scope.CHECKOUT)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = HoldAnswers.Captured.class)))
    Write captureHold(
            WriteCall call, @PathVariable String id, @RequestBody(required = false) @Nullable CaptureBody body) {
        var hold = parse(id);
        var order = CaptureOrder.of(body);
        return Write.of(Operation.CAPTURE_HOLD, () -> commands.capture(call, hold, order), answers::captured);
    }

    /** Lets go of all that is still held. */
    @PostMapping("/{id}/void")
    @Allowed(Scope.CHECKOUT)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HoldAnswers.Voided.class)))
    Write voidHold(WriteCall call, @PathVariable String id) {
        var hold = parse(id);
        return Write.of(Operation.VOID_HOLD, () -> commands.letGo(call, hold), answers::voided);
    }

    /** Holds of the wallets that this client may see, newest first. */
    @GetMapping
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    Page<HoldViews.View> listHolds(@FilteredBy({Filter.WALLET, Filter.DROP, Filter.REFERENCE}) ListCall call) {
        return lists.ofWallets(
                Listed.Kind.HOLD, call, found -> views.of(call.caller(), ((HoldPlaced) found.event()).hold()));
    }

    /** One hold, as it is now. */
    @GetMapping("/{id}")
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    HoldViews.View readHold(Caller caller, @PathVariable String id) {
        return views.of(caller, parse(id));
    }

    private static HoldId parse(String id) {
        return Ids.parse(id, HoldId::parse, "ho_");
    }
}
