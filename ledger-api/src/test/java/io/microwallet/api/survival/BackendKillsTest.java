package io.microwallet.api.survival;

import io.microwallet.api.running.RunningService;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The service stays, its database sessions die: the writer's above all. */
class BackendKillsTest {
    private static final int KILLS = 20;
    private static final int ANSWERS_BETWEEN_KILLS_MAX = 40;
    private static final String WRITER = """
            SELECT pg_terminate_backend(pid) FROM pg_locks
            WHERE locktype = 'advisory' AND granted
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""";
    private static final String ANYBODY = """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1""";

    @Test
    void twenty_kills_of_database_sessions_under_load_cost_nobody_an_outcome() throws Exception {
        var seed = System.nanoTime() & 0xffffff;
        System.out.println("BackendKillsTest seed " + seed);
        var random = new Random(seed);
        try (var service = RunningService.start()) {
            var crowd = new Crowd(service.sandbox(), service::url, seed);
            crowd.start();
            for (var kill = 0; kill < KILLS; kill++) {
                crowd.awaitAnswers(1 + random.nextInt(ANSWERS_BETWEEN_KILLS_MAX));
                kill(service, random.nextInt(10));
            }
            crowd.awaitAnswers(ANSWERS_BETWEEN_KILLS_MAX);
            crowd.stop();
            System.out.println(
                    crowd.journal().size() + " answers, " + crowd.journal().openCalls() + " open calls");
            new Audit(crowd, service.database()).run();
        }
    }

    private static void kill(RunningService service, int whom) throws SQLException {
        if (whom == 0) {
            service.database().terminateServiceBackends();
            return;
        }
        try (var connection = service.database().administrator().connect();
                var statement = connection.createStatement()) {
            statement.execute(whom < 3 ? ANYBODY : WRITER);
        }
    }
}
