package io.microwallet.api.survival;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The service's JVM is killed under load and started again, over and over. */
class ProcessKillsTest {
    private static final int KILLS = 20;
    private static final int ANSWERS_BETWEEN_KILLS_MAX = 60;

    @Test
    void twenty_times_kill_9_under_load_cost_nobody_an_outcome() throws Exception {
        var seed = System.nanoTime() & 0xffffff;
        System.out.println("ProcessKillsTest seed " + seed);
        var random = new Random(seed);
        try (var service = ServiceProcess.start()) {
            var crowd = new Crowd(service.sandbox(), service::url, seed);
            crowd.start();
            for (var kill = 0; kill < KILLS; kill++) {
                crowd.awaitAnswers(1 + random.nextInt(ANSWERS_BETWEEN_KILLS_MAX));
                service.kill();
                service.startAgain();
            }
            crowd.awaitAnswers(ANSWERS_BETWEEN_KILLS_MAX);
            crowd.stop();
            System.out.println(crowd.journal().size() + " answers, "
                    + crowd.journal().openCalls() + " open calls, starts took " + service.starts());
            new Audit(crowd, service.database()).run();
        }
    }
}
