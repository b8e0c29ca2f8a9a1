package io.microwallet.api.cli.batch;

import io.microwallet.api.cli.output.Json;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code batch FILE}: many writes in one signed call, a line of JSON each. */
@Command(
        name = "batch",
        description = "Send many writes in one signed call. Exit code 0 if every item was done, 1 otherwise.",
        footer = {
            "",
            "A line of FILE is one item:",
            "  {\"path\":\"/v1/purchases\",\"body\":{\"wallet\":\"w1_…\",\"merchant\":\"m_…\",\"amount\":{\"amount\":1250,\"currency\":\"EUR\"}}}",
            "",
            "Examples:",
            "  microwallet batch sales.jsonl",
            "  microwallet batch sales.jsonl --atomic --dry-run"
        })
public final class BatchCommand implements Callable<Integer> {
    @Mixin
    private Results results = new Results();

    @Mixin
    private InputLines lines = new InputLines();

    @Option(names = "--atomic", description = "All items or none.")
    private boolean atomic;

    @Override
    public Integer call() {
        var batch = Json.object().put("atomic", atomic);
        batch.putArray("items").addAll(lines.items(BatchCommand::item));
        return results.of("/v1/batches", batch);
    }

    private static JsonNode item(String line) {
        return Json.parse(line.getBytes(StandardCharsets.UTF_8))
                .filter(JsonNode::isObject)
                .map(node ->
                        ((ObjectNode) node).put("method", node.path("method").asString("POST")))
                .orElseThrow(() -> new IllegalArgumentException("No JSON object."));
    }
}
