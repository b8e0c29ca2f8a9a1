package io.microwallet.api.cli.batch;

import io.microwallet.api.cli.output.Amounts;
import io.microwallet.api.cli.output.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code hold capture-all FILE}: the end of a day of shipping in one signed call. */
@Command(
        description = "Capture up to 1,000 holds in one signed call. Exit code 0 if every one was, 1 otherwise.",
        footer = {
            "",
            "A line of FILE is a hold, and an amount if not all of it is taken:",
            "  ho_… 12.50 EUR",
            "",
            "Example:",
            "  microwallet hold capture-all shipped.txt"
        })
public final class CaptureAllCommand implements Callable<Integer> {
    @Mixin
    private Results results = new Results();

    @Mixin
    private InputLines lines = new InputLines();

    @Override
    public Integer call() {
        var captures = Json.array().addAll(lines.items(CaptureAllCommand::capture));
        return results.of("/v1/holds/capture", captures);
    }

    private static JsonNode capture(String line) {
        var words = line.strip().split("\\s+", 2);
        var capture = Json.object().put("hold", words[0]);
        return words.length == 1 ? capture : capture.set("amount", Amounts.parse(words[1]));
    }
}
