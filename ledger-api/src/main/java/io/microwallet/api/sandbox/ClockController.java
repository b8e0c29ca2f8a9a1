package io.microwallet.api.sandbox;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.api.http.write.Write;
import io.microwallet.core.client.Scope;
import io.microwallet.core.ledger.LedgerCommand.MoveClock;
import io.microwallet.core.ledger.LedgerCommand.MoveClockBy;
import io.microwallet.core.ledger.LedgerCommand.MoveClockTo;
import io.microwallet.core.ledger.LedgerEvent.ClockMoved;
import io.microwallet.core.ledger.LedgerRules;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An admin lets time pass in a sandbox: never backwards, and in no other ledger. */
@RestController
@Tag(name = "Sandbox", description = "What only a sandbox lets an admin do.")
final class ClockController {
    @Schema(name = "ClockMoved")
    record Moved(
            @Schema(description = "The time of the ledger's clock from then on")
            String now,

            @Schema(description = "When it was asked for, by the ledger's clock until then")
            String at) {}

    /** Moves the clock of a sandbox ledger forward, so that holds lapse, credits expire and periods end. */
    @PostMapping(
            path = "/v1/sandbox/clock",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.ADMIN)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Moved.class)))
    Write moveClock(WriteCall call, @RequestBody ClockBody body) {
        var command = command(call.caller(), body);
        return Write.of(Operation.MOVE_CLOCK, () -> command, ClockController::moved);
    }

    private static MoveClock command(Caller caller, ClockBody body) {
        var to = Fields.time("/to", body.to());
        if (to.isPresent() == (body.forwardSeconds() != null)) {
            throw ProblemCode.INVALID_FIELD.at("/forwardSeconds", "Send forwardSeconds or to.");
        }
        if (to.isPresent()) {
            return new MoveClockTo(caller.ledger(), caller.client(), to.get());
        }
        var seconds = Fields.integer("/forwardSeconds", body.forwardSeconds(), 1, LedgerRules.AHEAD_MAX.toSeconds());
        return new MoveClockBy(caller.ledger(), caller.client(), Duration.ofSeconds(seconds));
    }

    private static Answer moved(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, ClockMoved.class);
                yield Answer.ok(new Moved(Times.text(event.to()), Times.text(Decideds.at(decided))));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }
}
