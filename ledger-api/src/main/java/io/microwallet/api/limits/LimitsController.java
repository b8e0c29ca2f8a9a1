package io.microwallet.api.limits;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.api.http.write.Write;
import io.microwallet.api.listing.call.ListCall;
import io.microwallet.core.books.Books;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.ledger.LedgerCommand.ChangeLimits;
import io.microwallet.core.ledger.LedgerEvent.LimitsChanged;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Admins say what a wallet may hold and do; finance may look. */
@RestController
@RequestMapping(path = "/v1/limits", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Limits",
        description = "What the ledger allows one wallet. Orders are held to it; facts are always booked.")
final class LimitsController {
    private final Books books;
    private final LimitsHistory history;

    LimitsController(Books books, LimitsHistory history) {
        this.books = books;
        this.history = history;
    }

    /** @param changes newest first; none for a ledger that has the limits it began with */
    @Schema(name = "LimitsOfLedger")
    record View(
            LimitsBody limits,
            List<LimitsHistory.Change> changes,
            @Nullable String next) {}

    @Schema(name = "LimitsChanged")
    record Changed(LimitsBody limits, String at) {}

    /** The limits as they are, and who changed them when, newest first. */
    @GetMapping
    @Allowed({Scope.FINANCE, Scope.ADMIN})
    View readLimits(ListCall call) {
        var ledger = call.caller().ledger();
        var page = history.page(ledger, call.page());
        return new View(LimitsBody.of(limits(ledger)), page.items(), page.next());
    }

    private Limits limits(LedgerId id) {
        return switch (books.read(id)) {
            case Ledger.Created ledger -> ledger.limits();
            case Ledger.Unborn _ -> throw Absences.exception(Absence.LEDGER_NOT_FOUND);
        };
    }

    /** Changes the limits that are named; the others stay, also those that another change names at the same time. */
    @PatchMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.ADMIN)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Changed.class)))
    Write changeLimits(WriteCall call, @RequestBody LimitsBody body) {
        var change = body.change();
        var caller = call.caller();
        return Write.of(
                Operation.CHANGE_LIMITS,
                () -> new ChangeLimits(caller.ledger(), caller.client(), change),
                LimitsController::changed);
    }

    private static Answer changed(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, LimitsChanged.class);
                yield Answer.ok(new Changed(LimitsBody.of(event.limits()), Times.text(Decideds.at(decided))));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }
}
