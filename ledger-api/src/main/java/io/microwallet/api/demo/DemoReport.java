package io.microwallet.api.demo;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.service.Answer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code demo --json} prints as its last line; {@code demo-report.schema.json} beside this class describes it. */
final class DemoReport {
    private final ObjectNode json = Json.object();
    private final ArrayNode requests;

    DemoReport() {
        json.put("ok", false);
        requests = json.putArray("requests");
    }

    synchronized Answer called(String client, String method, String target, String key, Answer answer) {
        var request = requests.addObject();
        request.put("client", client).put("method", method).put("path", target);
        if (!key.isEmpty()) {
            request.put("key", key);
        }
        request.put("status", answer.status());
        if (!answer.good()) {
            request.put("code", code(answer));
        }
        request.put("replayed", answer.replayed());
        return answer;
    }

    /** The object itself, for what is added at the end. */
    ObjectNode json() {
        return json;
    }

    static String code(Answer answer) {
        return answer.json().map(problem -> Json.text(problem, "code")).orElse("");
    }
}
