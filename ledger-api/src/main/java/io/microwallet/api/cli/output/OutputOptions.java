package io.microwallet.api.cli.output;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Prints an answer for people, or with {@code --json} as one JSON object on one line for programs. */
public final class OutputOptions {
    @Option(names = "--json", description = "Print one JSON object instead.")
    private boolean json;

    public void print(JsonNode answer, Supplier<?> forPeople) {
        System.out.print(
                json
                        ? Json.compact(answer) + System.lineSeparator()
                        : forPeople.get().toString());
        System.out.flush();
    }

    public void printItems(List<JsonNode> items, Supplier<?> forPeople) {
        var answer = Json.object();
        answer.putArray("items").addAll(items);
        print(answer, forPeople);
    }
}
