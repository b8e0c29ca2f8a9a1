package io.microwallet.simulator;

import static io.microwallet.simulator.Simulation.PRICE;
import static io.microwallet.simulator.Simulation.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.ChargeStatus;
import io.microwallet.core.topup.ChargeStatus.NotFound;
import io.microwallet.core.topup.ChargeStatus.Pending;
import io.microwallet.core.topup.ChargeStatus.Succeeded;
import io.microwallet.core.topup.ChargeStatus.Unknown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedProcessorTest {
    @TempDir
    Path directory;

    @Test
    void live_ledgers_are_refused() throws IOException {
        try (var simulation = new Simulation(directory)) {
            assertThat(simulation.processor.accepts(Mode.SANDBOX)).isTrue();
            assertThat(simulation.processor.accepts(Mode.LIVE)).isFalse();
        }
    }

    @Test
    void the_same_key_twice_is_one_charge() throws IOException {
        try (var simulation = new Simulation(directory)) {
            var first = simulation.charge(key(1), "tok_visa");

            assertThat(simulation.charge(key(1), "tok_visa")).isEqualTo(first);
            assertThat(simulation.server.chargesTaken()).isEqualTo(1);
        }
    }

    @Test
    void the_same_key_with_another_amount_or_card_changes_nothing() throws IOException {
        try (var simulation = new Simulation(directory)) {
            var first = simulation.charge(key(1), "tok_visa");

            assertThat(simulation.processor.charge(key(1), Money.of(99, "EUR"), new CardToken("tok_visa")))
                    .isEqualTo(new Unknown("the processor answered 409"));
            assertThat(simulation.charge(key(1), "tok_declined_lost_card"))
                    .isEqualTo(new Unknown("the processor answered 409"));
            assertThat(simulation.processor.lookUp(key(1))).isEqualTo(first);
        }
    }

    @Test
    void a_second_try_of_the_adapter_finds_what_the_first_lost() throws IOException {
        try (var simulation = new Simulation(directory, 2)) {
            assertThat(simulation.charge(key(1), "tok_lost")).isInstanceOf(Succeeded.class);
            assertThat(simulation.server.chargesTaken()).isEqualTo(1);
        }
    }

    @Test
    void nothing_is_forgotten_over_a_restart() throws IOException {
        try (var simulation = new Simulation(directory, 2)) {
            var approved = simulation.charge(key(1), "tok_visa");
            var declined = simulation.charge(key(2), "tok_declined_lost_card");
            simulation.charge(key(3), "tok_silent");
            simulation.charge(key(4), "tok_late");
            var found = simulation.processor.lookUp(key(3));

            simulation.restart();

            assertThat(simulation.charge(key(1), "tok_visa")).isEqualTo(approved);
            assertThat(simulation.processor.lookUp(key(2))).isEqualTo(declined);
            assertThat(simulation.processor.lookUp(key(3))).isEqualTo(found).isInstanceOf(Succeeded.class);
            assertThat(simulation.processor.lookUp(key(4))).isEqualTo(new Pending());
            assertThat(simulation.processor.lookUp(key(5))).isEqualTo(new NotFound());
            assertThat(simulation.server.chargesTaken()).isEqualTo(3);
        }
    }

    @Test
    void a_lost_first_attempt_is_remembered_over_a_restart() throws IOException {
        try (var simulation = new Simulation(directory)) {
            assertThat(simulation.charge(key(1), "tok_lost")).isInstanceOf(Unknown.class);
            simulation.restart();
            try (var adapter = simulation.adapter(Simulation.TIMEOUT)) {
                assertThat(adapter.charge(key(1), PRICE, new CardToken("tok_lost")))
                        .isInstanceOf(Succeeded.class);
            }
        }
    }

    @Test
    void half_a_line_at_the_end_was_never_answered_and_is_dropped() throws IOException {
        try (var simulation = new Simulation(directory, 2)) {
            var first = simulation.charge(key(1), "tok_visa");
            Files.writeString(directory.resolve("simulator.jsonl"), "{\"key\":\"tu_00", StandardOpenOption.APPEND);

            simulation.restart();
            simulation.charge(key(2), "tok_visa");
            simulation.restart();

            assertThat(simulation.processor.lookUp(key(1))).isEqualTo(first);
            assertThat(simulation.processor.lookUp(key(2))).isInstanceOf(Succeeded.class);
        }
    }

    @Test
    void one_file_has_one_processor() throws IOException {
        try (var simulation = new Simulation(directory)) {
            assertThatThrownBy(() -> simulation.start(0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("held by another");
        }
    }

    @Test
    void two_hundred_charges_at_once_take_the_money_of_each_once() throws Exception {
        try (var simulation = new Simulation(directory, 2);
                var patient = simulation.adapter(Duration.ofSeconds(20));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<ChargeStatus>>();
            for (var i = 0; i < 400; i++) {
                var key = key(i / 2);
                answers.add(threads.submit(() -> patient.charge(key, PRICE, new CardToken("tok_visa"))));
            }
            for (var answer : answers) {
                assertThat(answer.get()).isInstanceOf(Succeeded.class);
            }
            assertThat(simulation.server.chargesTaken()).isEqualTo(200);
        }
    }

    @Test
    void a_thread_that_is_told_to_stop_knows_nothing_and_stays_told() throws Exception {
        try (var simulation = new Simulation(directory)) {
            Thread.currentThread().interrupt();
            assertThat(simulation.charge(key(1), "tok_visa")).isEqualTo(new Unknown("interrupted"));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void the_breaker_opens_when_nobody_answers_and_closes_when_somebody_does_again() throws IOException {
        try (var simulation = new Simulation(directory)) {
            var port = simulation.server.address().getPort();
            simulation.server.close();
            for (var i = 0; i < 10; i++) {
                assertThat(simulation.charge(key(i), "tok_visa")).isInstanceOf(Unknown.class);
            }
            assertThat(simulation.processor.chargeBreaker()).isEqualTo(CircuitBreaker.State.OPEN);
            simulation.start(port);
            assertThat(simulation.charge(key(1), "tok_visa"))
                    .as("nothing gets through while it is open")
                    .isInstanceOf(Unknown.class);
            assertThat(simulation.processor.lookUp(key(1)))
                    .as("look-ups have a breaker of their own")
                    .isEqualTo(new NotFound());

            simulation.clock.now = simulation.clock.now.plusSeconds(6);
            for (var i = 0; i < 3; i++) {
                assertThat(simulation.charge(key(i), "tok_visa")).isInstanceOf(Succeeded.class);
            }
            assertThat(simulation.processor.chargeBreaker()).isEqualTo(CircuitBreaker.State.CLOSED);
        }
    }
}
