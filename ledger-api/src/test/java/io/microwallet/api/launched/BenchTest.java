package io.microwallet.api.launched;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That it measures what it says; how fast a machine is, no test asserts. */
class BenchTest {
    @TempDir
    private Path home;

    @Test
    void the_bench_counts_durable_successes_beside_its_baseline_and_leaves_a_sound_store() throws Exception {
        var bench =
                Launched.run(home, Map.of(), "bench", "--seconds", "1", "--warm-up", "1", "--wallets", "200", "--json");
        assertThat(bench.exitCode()).as(bench.errors()).isZero();
        var result = new ObjectMapper().readTree(bench.lines().getLast());
        assertThat(result.path("machine").path("fsync").asText()).isEqualTo("on");
        var singleCommits = result.path("baselines").path("singleCommits").asDouble();
        assertThat(singleCommits).isPositive();
        assertThat(result.path("scenarios")).hasSize(4).allSatisfy(scenario -> {
            assertThat(scenario.path("sound").asBoolean()).isTrue();
            assertThat(scenario.path("failures").asLong()).isZero();
            assertThat(scenario.path("successes").asLong()).isPositive();
            assertThat(scenario.path("eventBytes").asLong()).isBetween(300L, 3_000L);
            assertThat(scenario.path("overSingleCommits").asDouble())
                    .isCloseTo(
                            scenario.path("perSecond").asDouble() / singleCommits,
                            org.assertj.core.data.Offset.offset(0.02));
        });
    }
}
