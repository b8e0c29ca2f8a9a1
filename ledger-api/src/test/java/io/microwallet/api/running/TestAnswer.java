package io.microwallet.api.running;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public record TestAnswer(int status, HttpHeaders headers, byte[] body) {
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** A member of the body as a text; a JSON pointer of RFC 6901 with its first slash left out. */
    public String at(String pointer) {
        return json().at('/' + pointer).asString();
    }

    public long number(String pointer) {
        return json().at('/' + pointer).asLong();
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public boolean replayed() {
        return header("Idempotency-Replayed").equals(Optional.of("true"));
    }

    /** This answer, if it has the status. @throws AssertionError with the body otherwise */
    public TestAnswer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + " but was " + status + ": " + text());
        }
        return this;
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
