package io.microwallet.api.cli.call;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.service.ServiceClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** How much of a list is wanted. */
final class PageOptions {
    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            description = "How many at the most, up to 200 (default: ${DEFAULT-VALUE}).")
    private int limit = 50;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Where the page before ended.")
    private @Nullable String cursor;

    @Option(names = "--all", description = "Every page, one after the other.")
    private boolean all;

    /** The page as the API answers it, or all of them in one. */
    JsonNode read(ServiceClient client, String target) {
        if (all) {
            var answer = Json.object();
            answer.putArray("items").addAll(client.list(target, "items"));
            return answer;
        }
        var page = target + (target.contains("?") ? '&' : '?') + "limit=" + limit;
        return client.get(cursor == null ? page : page + "&cursor=" + ServiceClient.encoded(cursor));
    }

    /** Tells how to go on, apart from what was printed. */
    static void tellOfMore(JsonNode answer) {
        if (answer.hasNonNull("next")) {
            System.err.println("There is more: --cursor " + answer.path("next").asString() + ", or --all");
        }
    }
}
