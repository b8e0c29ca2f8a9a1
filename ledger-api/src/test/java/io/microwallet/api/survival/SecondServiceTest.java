package io.microwallet.api.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestLedger;
import io.microwallet.api.server.Serve;
import io.microwallet.api.server.ServeSettings;
import io.microwallet.api.server.ServiceStartException;
import io.microwallet.eventstore.write.CommitSteps;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Two services on one database: never do both answer writes. */
class SecondServiceTest {
    private static final long SEED = 4;
    private static final int CALLS_TO_BOTH = 40;

    @Test
    void a_second_service_is_refused_while_the_first_answers_and_the_first_does_not_notice() throws Exception {
        try (var first = RunningService.start()) {
            var crowd = new Crowd(first.sandbox(), first::url, SEED);
            crowd.start();
            crowd.awaitAnswers(20);
            assertThatThrownBy(() -> Serve.run(
                            settingsOfSecond(first),
                            InstantSource.system(),
                            usual -> usual.withPatience(Duration.ofMillis(500))))
                    .isInstanceOf(ServiceStartException.class);
            crowd.awaitAnswers(20);
            crowd.stop();
            assertThat(crowd.journal().openCalls()).isZero();
            new Audit(crowd, first.database()).run();
        }
    }

    @Test
    void a_second_service_that_got_the_lock_fences_the_first_which_answers_nobody_from_then_on() throws Exception {
        var stop = new StopWithoutLock();
        try (var first = RunningService.startTuned(usual -> usual.withSteps(stop))) {
            var current = new AtomicReference<>(first.url());
            var crowd = new Crowd(TestLedger.create(current::get, first.operator(), "sandbox"), current::get, SEED);
            crowd.start();
            crowd.awaitAnswers(20);
            stop.isArmed.set(true);
            Until.open(stop.reached);
            try (var second = Serve.run(settingsOfSecond(first))) {
                askBoth(crowd, first.url(), second.url(), stop.released);
                current.set(second.url());
                crowd.awaitAnswers(20);
                crowd.stop();
                new Audit(crowd, first.database()).run();
            }
        }
    }

    /** Every call to the second succeeds, so none to the first may; the row that the first had in hand is sent in the middle. */
    private static void askBoth(Crowd crowd, URI first, URI second, CountDownLatch firstGoesOn) {
        for (var call = 0; call < CALLS_TO_BOTH; call++) {
            if (call == CALLS_TO_BOTH / 4) {
                firstGoesOn.countDown();
            }
            var toSecond = crowd.order("second-" + call);
            crowd.journal().acknowledge(toSecond, taken(at(toSecond, second)));
            var toFirst = crowd.order("first-" + call);
            assertThat(at(toFirst, first).send().status()).isEqualTo(503);
            crowd.journal().leaveOpen(toFirst);
            var wallet = crowd.wallets().getFirst();
            assertThat(wallet.till()
                            .at(() -> first)
                            .impatient()
                            .get("/v1/wallets/" + wallet.token())
                            .status())
                    .isEqualTo(503);
        }
    }

    /** On a busy machine its own lock may stay silent for a second: a 503 then says that nothing was written. */
    private static TestAnswer taken(Order order) {
        var last = new AtomicReference<>(order.send());
        Until.holds("a call that the second service takes", () -> {
            if (last.get().status() == 503) {
                last.set(order.send());
            }
            return last.get().status() != 503;
        });
        return last.get().expect(201);
    }

    private static Order at(Order order, URI service) {
        return new Order(order.client().at(() -> service).impatient(), order.path(), order.body(), order.key());
    }

    /** On the same database, with the same keys, in a data directory of its own. */
    private static ServeSettings settingsOfSecond(RunningService first) throws IOException {
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "survival")), "second");
        var keys = Files.createDirectories(data.resolve("keys"));
        try (var files = Files.list(first.data().resolve("keys"))) {
            for (var file : files.toList()) {
                Files.copy(file, keys.resolve(file.getFileName()), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return ServeSettings.of(data).withDatabase(first.database().service()).withPorts(0, 0);
    }

    /** Stands before its next row with its lock taken away unnoticed, as a pooler in between might do. */
    private static final class StopWithoutLock implements CommitSteps {
        final AtomicBoolean isArmed = new AtomicBoolean();
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);

        @Override
        public void beforeInsert(Connection connection) throws SQLException {
            if (isArmed.compareAndSet(true, false)) {
                try (var statement = connection.createStatement()) {
                    statement.execute("SELECT pg_advisory_unlock_all()");
                }
                reached.countDown();
                Until.open(released);
            }
        }
    }
}
