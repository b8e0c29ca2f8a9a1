package io.microwallet.api.cli.batch;

import io.microwallet.api.cli.call.WriteOptions;
import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.output.OutputOptions;
import io.microwallet.api.cli.output.Table;
import io.microwallet.api.cli.output.Table.Column;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.cli.service.ServiceOptions;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Sends many writes in one call and prints a result for each. */
final class Results {
    private static final int REFUSED_FROM = 400;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private WriteOptions write = new WriteOptions();

    /** @return the exit code: 0 if every item was done */
    int of(String path, JsonNode body) {
        var key = write.key();
        System.err.println("Idempotency-Key: " + key);
        var answer = ServiceClient.of(service, "till", "checkout").post(write.target(path), body, key);
        var results = answer.json().filter(json -> json.path("items").isArray()).orElseThrow(answer::failure);
        output.print(results, () -> table(results.path("items")));
        return answer.good() && results.path("items").valueStream().noneMatch(Results::isRefused) ? 0 : 1;
    }

    private static boolean isRefused(JsonNode result) {
        return result.path("status").asInt() >= REFUSED_FROM;
    }

    private static Table table(JsonNode results) {
        var table = new Table(
                Column.right("INDEX"), Column.right("STATUS"), Column.left("ID"), Column.left("CODE"), Column.left(""));
        results.forEach(result -> table.row(
                Json.text(result, "index"),
                Json.text(result, "status"),
                Json.text(result.path("body"), "id"),
                Json.text(result.path("problem"), "code"),
                result.path("replayed").asBoolean(false) ? "replayed" : ""));
        return table;
    }
}
