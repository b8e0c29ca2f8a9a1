package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the service cannot take is refused whole, and told when to come again. */
class OverloadTest {
    private static final int CALLS_A_SECOND = 5;
    private static final Duration RECOVERY_MAX = Duration.ofSeconds(30);

    @Test
    void a_client_beyond_its_rate_is_told_to_wait_and_holds_up_nobody_else() {
        try (var service = RunningService.startWith(settings -> settings.withCallsPerSecondAndClient(CALLS_A_SECOND))) {
            var ledger = service.sandbox();
            var till = ledger.till("Entrance");
            var other = ledger.till("Stall 7");
            var position = service.position();
            var refused = IntStream.range(0, 200)
                    .mapToObj(_ -> till.get("/v1/wallets"))
                    .filter(answer -> answer.status() != 200)
                    .findFirst()
                    .orElseThrow();
            assertProblem(refused, 429, "TOO_MANY_REQUESTS");
            other.get("/v1/wallets").expect(200);
            // A burst of writes on one key: the first ones are decided, the rest refused, none is written twice.
            var key = UUID.randomUUID().toString();
            var opened = Stream.generate(() -> till.post("/v1/wallets", "{}", key))
                    .filter(answer -> answer.status() != 429)
                    .findFirst()
                    .orElseThrow();
            opened.expect(201);
            assertThat(service.position()).isEqualTo(position + 1);
        }
    }

    @Test
    void without_its_database_every_call_is_a_503_and_nothing_is_half_done() throws SQLException {
        try (var service = RunningService.start()) {
            var till = service.sandbox().till("Entrance");
            till.get("/v1/wallets").expect(200);
            var position = service.position();
            connections(service, false);
            var key = UUID.randomUUID().toString();
            assertProblem(till.send(till.request("GET", "/v1/wallets", Map.of(), "")), 503, "UNAVAILABLE");
            assertProblem(till.send(till.posting("/v1/wallets", "{}", key)), 503, "UNAVAILABLE");
            connections(service, true);
            assertThat(afterRecovery(till, key).status()).isEqualTo(201);
            assertThat(service.position()).isEqualTo(position + 1);
        }
    }

    private static void connections(RunningService service, boolean allowed) throws SQLException {
        var sql = "SELECT format('ALTER DATABASE %I CONNECTION LIMIT " + (allowed ? -1 : 0) + "', current_database())";
        try (var connection = service.database().administrator().connect();
                var statement = connection.createStatement()) {
            String alter;
            try (var row = statement.executeQuery(sql)) {
                row.next();
                alter = row.getString(1);
            }
            statement.execute(alter);
        }
        if (!allowed) {
            service.database().terminateServiceBackends();
        }
    }

    private static TestAnswer afterRecovery(TestClient till, String key) {
        var end = Instant.now().plus(RECOVERY_MAX);
        var answer = till.post("/v1/wallets", "{}", key);
        while (answer.status() == 503 && Instant.now().isBefore(end)) {
            answer = till.post("/v1/wallets", "{}", key);
        }
        return answer;
    }

    private static void assertProblem(TestAnswer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.at("code")).isEqualTo(code);
        assertThat(answer.header("content-type")).hasValue("application/problem+json");
        assertThat(answer.header("retry-after").map(Integer::parseInt).orElse(0))
                .isPositive();
    }
}
