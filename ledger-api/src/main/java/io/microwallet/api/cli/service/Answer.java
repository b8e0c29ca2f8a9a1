package io.microwallet.api.cli.service;

import io.microwallet.api.cli.output.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the service said. */
public record Answer(int status, boolean replayed, byte[] body) {
    private static final int TOO_MANY_REQUESTS = 429;

    public boolean good() {
        return status >= 200 && status < 300;
    }

    /** Asking again with the same key would be answered in the same way. */
    public boolean refused() {
        return status >= 400 && status < 500 && status != TOO_MANY_REQUESTS;
    }

    public Optional<JsonNode> json() {
        return Json.parse(body);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The JSON of a good answer; a problem ends the command. */
    public JsonNode orFail() {
        if (!good()) {
            throw failure();
        }
        return json().orElseThrow(() -> new CommandFailed("The service answered " + status + " with no JSON.", ""));
    }

    /** What a problem says, for people. */
    public CommandFailed failure() {
        var problem = json().orElseGet(Json::object);
        var code = problem.path("code").asString(problem.path("title").asString("no reason given"));
        var field = problem.path("pointer").asString("");
        var detail = problem.path("detail").asString("");
        return new CommandFailed(
                "Refused (" + status + "): " + code + (field.isEmpty() ? "" : " at " + field)
                        + (detail.isEmpty() ? "" : ". " + detail),
                problem.path("advice").asString(""));
    }
}
