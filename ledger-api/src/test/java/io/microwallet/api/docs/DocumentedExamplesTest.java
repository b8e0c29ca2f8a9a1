package io.microwallet.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of the served OpenAPI document, signed and sent to the service that serves it. */
class DocumentedExamplesTest {
    private static RunningService service;
    private static ExampleWorld world;
    private static JsonNode document;

    @BeforeAll
    static void read() throws Exception {
        service = RunningService.shared();
        world = new ExampleWorld(service);
        document = JsonMapper.shared().readTree(get("/v3/api-docs").body());
    }

    /** One operation as the document has it. */
    record Documented(String id, String method, String path, JsonNode operation) {
        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Documented> operations() {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> new Documented(
                                operation.getValue().path("operationId").asString(),
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue())));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void each_example_is_answered_as_the_document_says(Documented documented) {
        var operation = documented.operation();
        assertThat(operation.path("summary").asString()).as("a summary").isNotEmpty();
        var status = successOf(operation);
        var call = world.callFor(documented, body(operation));
        var answer = call.client().send(call.request());
        assertThat(answer.status()).as(answer.text()).isEqualTo(Integer.parseInt(status));
        var example = operation
                .path("responses")
                .path(status)
                .path("content")
                .path("application/json")
                .path("examples")
                .path("example")
                .path("value");
        if (example.isObject()) {
            assertSameShape(documented.id(), example, answer);
        }
    }

    @Test
    void the_document_is_openapi_3_1_and_has_a_page_for_people() throws Exception {
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(get("/docs").statusCode()).isEqualTo(200);
    }

    @Test
    void every_write_documents_its_idempotency_key() {
        operations()
                .filter(documented -> !documented.method().equals("GET"))
                .forEach(documented -> assertThat(documented
                                .operation()
                                .path("parameters")
                                .valueStream()
                                .map(parameter -> parameter.path("name").asString()))
                        .as(documented.id())
                        .contains("Idempotency-Key"));
    }

    static String body(JsonNode operation) {
        var example = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("examples")
                .path("example")
                .path("value");
        return example.isContainer() ? example.toString() : "";
    }

    static String successOf(JsonNode operation) {
        var success = operation.path("responses").propertyNames().stream()
                .filter(status -> status.startsWith("2"))
                .toList();
        assertThat(success).hasSize(1);
        return success.getFirst();
    }

    /** The same members of the same types; in lists the first item is compared. */
    private static void assertSameShape(String where, JsonNode expected, TestAnswer answer) {
        assertSameShape(where, expected, answer.json());
    }

    private static void assertSameShape(String where, JsonNode expected, JsonNode actual) {
        assertThat(actual.getNodeType()).as(where).isEqualTo(expected.getNodeType());
        if (expected.isObject()) {
            var missing = new TreeSet<>(expected.propertyNames());
            missing.removeAll(List.copyOf(actual.propertyNames()));
            assertThat(missing).as(where + " lacks, in " + actual).isEmpty();
            expected.properties()
                    .forEach(member -> assertSameShape(
                            where + '/' + member.getKey(), member.getValue(), actual.path(member.getKey())));
        } else if (expected.isArray() && !expected.isEmpty()) {
            assertThat(actual).as(where).isNotEmpty();
            assertSameShape(where + "/0", expected.path(0), actual.path(0));
        }
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(service.url() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
