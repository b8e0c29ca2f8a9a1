package io.microwallet.api.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.write.WriteReturns;
import io.microwallet.api.http.write.Writes;
import io.microwallet.core.client.Scope;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Many writes in one signed call. */
@RestController
@Tag(name = "Batches", description = "Up to 1000 writes in one call, one by one or all or none.")
final class BatchController {
    private final Writes writes;
    private final BatchItems items;
    private final SeparateBatches separate;
    private final RehearsedBatches rehearsed;

    BatchController(Writes writes, BatchItems items, SeparateBatches separate, RehearsedBatches rehearsed) {
        this.writes = writes;
        this.items = items;
        this.separate = separate;
        this.rehearsed = rehearsed;
    }

    /** Decides many writes; every write of the client's scopes but batches, member codes and balance links. */
    @PostMapping(
            path = "/v1/batches",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = BatchAnswers.Results.class)))
    ResponseEntity<byte[]> sendBatch(
            WriteCall call,
            @RequestBody BatchBody body,
            @Parameter(
                            description =
                                    "true: says what would happen and records nothing; without atomic, each item by itself",
                            schema = @Schema(type = "boolean"))
                    @RequestParam(name = "dry-run", required = false)
                    @Nullable
                    String dryRun) {
        var isDryRun = WriteReturns.isDryRun(dryRun);
        var read = items.read(call, body);
        if (Boolean.TRUE.equals(body.atomic())) {
            var whole = AtomicBatches.of(read);
            return isDryRun ? writes.rehearse(call, whole) : writes.perform(call, whole);
        }
        return isDryRun ? rehearsed.rehearse(read) : separate.perform(call, read);
    }

    /** What one capture of many says. */
    @Schema(name = "BulkCapture")
    record BulkCapture(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String hold,

            @Nullable MoneyJson amount,

            @JsonProperty("final") @Nullable Boolean isFinal,
            @Nullable String reference) {}

    /** Captures many holds, as a batch of captures that is not atomic. */
    @PostMapping(
            path = "/v1/holds/capture",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.CHECKOUT)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = BatchAnswers.Results.class)))
    ResponseEntity<byte[]> captureHolds(
            WriteCall call,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            array = @ArraySchema(schema = @Schema(implementation = BulkCapture.class))))
                    @RequestBody
                    List<@Nullable ObjectNode> captures,
            @Parameter(
                            description = "true: says what would happen, each capture by itself, and records nothing",
                            schema = @Schema(type = "boolean"))
                    @RequestParam(name = "dry-run", required = false)
                    @Nullable
                    String dryRun) {
        var isDryRun = WriteReturns.isDryRun(dryRun);
        var read = items.captures(call, captures);
        return isDryRun ? rehearsed.rehearse(read) : separate.perform(call, read);
    }
}
