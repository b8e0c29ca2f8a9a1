package io.microwallet.api.launched;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That it measures what it says; how fast a machine is, no test asserts. */
class BenchTest {
    private static final String SCHEMA = "/io/microwallet/api/bench/bench-result.schema.json";
    /** All but those that start services of their own, which other tests do: {@code start}, and {@code http-overload} after {@code http}. */
    private static final List<String> SCENARIOS = List.of(
            "purchase",
            "one-wallet",
            "flash-drop",
            "pop-up",
            "batch",
            "history",
            "wallets",
            "old-ledger",
            "http",
            "http-batch",
            "export",
            "overload");

    @TempDir
    private Path home;

    @Test
    void every_scenario_counts_durable_successes_beside_the_baselines_and_leaves_a_sound_store() throws Exception {
        var result = result("--scale", "tiny", "--warm-up", "0.2", "--burst", "0.3", "--no-sustained");
        assertThat(result.path("machine").path("fsync").asText()).isEqualTo("on");
        assertThat(figures(result).stream().map(BenchTest::name).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(SCENARIOS);
        // One row holds the events of many commands: that is ahead of a commit each on every machine.
        assertThat(result.path("baselines").path("rowPerCommit").asDouble())
                .isGreaterThan(result.path("baselines").path("singleCommits").asDouble());
        assertThat(figures(result)).allSatisfy(figure -> isWhole(figure, result.path("baselines")));
    }

    @Test
    void a_scenario_that_does_not_exist_is_named_and_nothing_is_started() throws Exception {
        var refused = Launched.run(home, Map.of(), "bench", "sales");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errors()).contains("no scenario sales").contains("flash-drop");
        assertThat(home.resolve(".microwallet")).doesNotExist();
    }

    private static void isWhole(JsonNode figure, JsonNode baselines) {
        assertThat(figure.path("sound").asBoolean()).isTrue();
        var expected = figure.path("perSecond").asDouble()
                / baselines.path("singleCommits").asDouble();
        assertThat(figure.path("overSingleCommits").asDouble())
                .isCloseTo(expected, Offset.offset(0.02 * (1 + expected)));
        if (!figure.has("statuses")) {
            assertThat(figure.path("failures").asLong()).as(figure.toString()).isZero();
            assertThat(figure.path("successes").asLong()).as(figure.toString()).isPositive();
        }
        if (figure.path("commits").asLong() > 0) {
            assertThat(figure.path("eventBytes").asLong()).isBetween(300L, 3_000L);
            assertThat(figure.path("postgresBytes").asLong())
                    .isGreaterThan(figure.path("eventBytes").asLong() / 2);
            assertThat(figure.path("jvmBytes").asLong()).isPositive();
        }
    }

    private static String name(JsonNode figure) {
        return figure.path("name").asText();
    }

    private static List<JsonNode> figures(JsonNode result) {
        return StreamSupport.stream(result.path("scenarios").spliterator(), false)
                .toList();
    }

    private JsonNode result(String... options) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("bench", "--json"));
        arguments.addAll(List.of(options));
        arguments.addAll(SCENARIOS);
        var bench = Launched.run(home, Map.of(), arguments.toArray(String[]::new));
        assertThat(bench.exitCode()).as(bench.errors()).isZero();
        var result = new ObjectMapper().readTree(bench.lines().getLast());
        try (var schema = BenchTest.class.getResourceAsStream(SCHEMA)) {
            var validator = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema);
            assertThat(validator.validate(result)).isEmpty();
        }
        return result;
    }
}
