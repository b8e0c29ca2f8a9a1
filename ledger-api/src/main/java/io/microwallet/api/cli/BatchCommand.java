package io.microwallet.api.cli;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.output.OutputOptions;
import io.microwallet.api.cli.output.Table;
import io.microwallet.api.cli.output.Table.Column;
import io.microwallet.api.cli.service.CommandFailed;
import io.microwallet.api.cli.service.IdempotencyKeys;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.cli.service.ServiceOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
    private static final int REFUSED_FROM = 400;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "FILE", description = "JSON lines; - is the standard input.")
    private String file = "";

    @Option(names = "--atomic", description = "All items or none.")
    private boolean atomic;

    @Option(names = "--dry-run", description = "Say what would happen, and record nothing.")
    private boolean dryRun;

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description =
                    "For a retry: the key of the first try (default: a fresh one, printed to the standard error).")
    private @Nullable String idempotencyKey;

    @Override
    public Integer call() {
        var batch = Json.object().put("atomic", atomic);
        batch.putArray("items").addAll(items());
        var key = idempotencyKey == null
                ? IdempotencyKeys.fresh(InstantSource.system(), new SecureRandom())
                : idempotencyKey;
        System.err.println("Idempotency-Key: " + key);
        var answer = ServiceClient.of(service).post("/v1/batches" + (dryRun ? "?dry-run=true" : ""), batch, key);
        var results = answer.json().filter(json -> json.path("items").isArray()).orElseThrow(answer::failure);
        output.print(results, () -> table(results.path("items")));
        return answer.good() && results.path("items").valueStream().noneMatch(BatchCommand::isRefused) ? 0 : 1;
    }

    private List<JsonNode> items() {
        var lines = lines();
        return IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).isBlank())
                .mapToObj(i -> item(i + 1, lines.get(i)))
                .toList();
    }

    private List<String> lines() {
        try {
            return file.equals("-")
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            throw new CommandFailed("Cannot read " + file + ": " + e.getMessage(), "");
        }
    }

    private static JsonNode item(int line, String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8))
                .filter(JsonNode::isObject)
                .map(node ->
                        ((ObjectNode) node).put("method", node.path("method").asString("POST")))
                .orElseThrow(() -> new CommandFailed("Line " + line + " is no JSON object.", ""));
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
