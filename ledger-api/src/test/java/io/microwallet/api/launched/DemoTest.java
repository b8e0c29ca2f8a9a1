package io.microwallet.api.launched;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = "/io/microwallet/api/demo/demo-report.schema.json";

    @TempDir
    private Path home;

    @Test
    void the_demo_does_what_it_should_twice_over_and_says_so_in_the_documented_form() throws Exception {
        var first = report(Launched.run(home, Map.of(), "demo", "--exit", "--json"));
        assertThat(codes(first))
                .contains(
                        "INSUFFICIENT_FUNDS",
                        "WALLET_NOT_FOUND",
                        "IDEMPOTENCY_KEY_REUSED",
                        "DROP_NOT_OPEN",
                        "DROP_SOLD_OUT",
                        "HOLD_EXPIRED",
                        "PURCHASE_ALREADY_REFUNDED");
        assertThat(first.path("requests"))
                .anyMatch(request -> request.path("replayed").asBoolean());
        assertThat(Path.of(first.path("paths").path("export").asText())).isNotEmptyFile();
        var second = report(Launched.run(home, Map.of(), "demo", "--exit", "--json"));
        assertThat(second.path("lastPosition").asLong())
                .isGreaterThan(first.path("lastPosition").asLong());
    }

    @Test
    void it_never_plays_on_a_database_that_somebody_names() throws Exception {
        var refused = Launched.run(
                home, Map.of("MICROWALLET_DB_URL", "jdbc:postgresql://127.0.0.1:1/books"), "demo", "--exit");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errors()).contains("MICROWALLET_DB_URL");
        assertThat(home.resolve(".microwallet")).doesNotExist();
    }

    private static JsonNode report(Launched demo) throws IOException {
        assertThat(demo.exitCode()).as(demo.errors()).isZero();
        var report = JSON.readTree(demo.lines().getLast());
        try (var schema = DemoTest.class.getResourceAsStream(SCHEMA)) {
            var validator = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema);
            assertThat(validator.validate(report)).isEmpty();
        }
        assertThat(report.path("ok").asBoolean()).isTrue();
        assertThat(report.path("sound").asBoolean()).isTrue();
        assertThat(Files.exists(Path.of(report.path("paths").path("data").asText())))
                .isTrue();
        return report;
    }

    private static Iterable<String> codes(JsonNode report) {
        return StreamSupport.stream(report.path("requests").spliterator(), false)
                .map(request -> request.path("code").asText())
                .toList();
    }
}
