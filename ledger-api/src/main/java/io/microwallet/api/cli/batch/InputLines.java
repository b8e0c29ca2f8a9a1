package io.microwallet.api.cli.batch;

import io.microwallet.api.cli.service.CommandFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The items of a call, a line each, from a file or the standard input. */
final class InputLines {
    @Parameters(paramLabel = "FILE", description = "A line for each item; - is the standard input.")
    private String file = "";

    /**
     * Lines that are not blank, made into items.
     *
     * @param item throws an IllegalArgumentException for what is no item
     */
    List<JsonNode> items(Function<String, JsonNode> item) {
        var lines = lines();
        return IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).isBlank())
                .mapToObj(i -> item(i + 1, lines.get(i), item))
                .toList();
    }

    private static JsonNode item(int number, String line, Function<String, JsonNode> item) {
        try {
            return item.apply(line);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed("Line " + number + ": " + e.getMessage(), "");
        }
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
}
