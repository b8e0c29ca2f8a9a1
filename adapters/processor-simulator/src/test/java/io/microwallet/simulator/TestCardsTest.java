package io.microwallet.simulator;

import static io.microwallet.simulator.Simulation.PRICE;
import static io.microwallet.simulator.Simulation.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.ChargeNotice;
import io.microwallet.core.topup.ChargeStatus;
import io.microwallet.core.topup.ChargeStatus.Declined;
import io.microwallet.core.topup.ChargeStatus.NotFound;
import io.microwallet.core.topup.ChargeStatus.Pending;
import io.microwallet.core.topup.ChargeStatus.Succeeded;
import io.microwallet.core.topup.ChargeStatus.Unknown;
import io.microwallet.core.topup.DeclineCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every test card, through the adapter, against the real HTTP service. */
class TestCardsTest {
    @TempDir
    Path directory;

    private Simulation simulation;

    @BeforeEach
    void start() throws IOException {
        simulation = new Simulation(directory);
    }

    @AfterEach
    void stop() throws IOException {
        simulation.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_visa", "tok_mastercard"})
    void an_ordinary_card_is_approved_at_once(String card) {
        var answer = simulation.charge(key(1), card);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Succeeded.class, it -> assertThat(it.amount()).isEqualTo(PRICE));
        assertThat(simulation.processor.lookUp(key(1))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "tok_declined_insufficient_funds, insufficient_funds",
        "tok_declined_lost_card, lost_card",
        "tok_declined_expired_card, expired_card",
        "tok_nobody_knows, no_such_card"
    })
    void a_declined_card_says_why_and_takes_nothing(String card, String code) {
        var declined = new Declined(new DeclineCode(code));

        assertThat(simulation.charge(key(1), card)).isEqualTo(declined);
        assertThat(simulation.processor.lookUp(key(1))).isEqualTo(declined);
        assertThat(simulation.server.chargesTaken()).isZero();
    }

    @Test
    void a_late_card_is_pending_until_it_answers() throws Exception {
        try (var patient = simulation.adapter(Duration.ofSeconds(20))) {
            var answer = CompletableFuture.supplyAsync(() -> patient.charge(key(1), PRICE, card("tok_late")));
            assertThat(simulation.pausing.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            assertThat(patient.lookUp(key(1))).isEqualTo(new Pending());

            simulation.passTime(Duration.ofSeconds(3));

            assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(Succeeded.class);
        }
    }

    @Test
    void an_answer_that_comes_too_late_is_unknown_and_found_by_look_up() {
        assertThat(simulation.charge(key(1), "tok_late")).isInstanceOf(Unknown.class);
        assertThat(simulation.processor.lookUp(key(1))).isEqualTo(new Pending());

        simulation.passTime(Duration.ofSeconds(3));

        assertThat(simulation.processor.lookUp(key(1))).isInstanceOf(Succeeded.class);
        assertThat(simulation.server.chargesTaken()).isEqualTo(1);
    }

    @Test
    void the_card_that_answers_twice_is_answered_and_notified_twice() throws Exception {
        var received = new LinkedBlockingQueue<Map.Entry<Map<String, String>, byte[]>>();
        var till = tillThatListens(received);
        try {
            simulation.server.notifyAt(
                    URI.create("http://127.0.0.1:" + till.getAddress().getPort() + "/"));

            var answer = simulation.charge(key(1), "tok_twice");

            for (var i = 0; i < 2; i++) {
                var notice = received.poll(10, TimeUnit.SECONDS);
                assertThat(simulation.processor.notice(notice.getKey(), notice.getValue()))
                        .contains(new ChargeNotice(key(1), answer));
                notice.getValue()[notice.getValue().length - 1] ^= 1;
                assertThat(simulation.processor.notice(notice.getKey(), notice.getValue()))
                        .isEmpty();
            }
            assertThat(simulation.server.chargesTaken()).isEqualTo(1);
        } finally {
            till.stop(0);
        }
    }

    @Test
    void a_silent_card_takes_the_money_and_is_found_by_look_up() {
        assertThat(simulation.charge(key(1), "tok_silent")).isInstanceOf(Unknown.class);

        assertThat(simulation.processor.lookUp(key(1))).isInstanceOf(Succeeded.class);
    }

    @Test
    void a_broken_answer_is_never_guessed_and_a_look_up_tells_either() {
        var seen = new HashMap<Class<? extends ChargeStatus>, Integer>();
        for (var i = 0; i < 8; i++) {
            assertThat(simulation.charge(key(i), "tok_broken")).isInstanceOf(Unknown.class);
            seen.merge(simulation.processor.lookUp(key(i)).getClass(), 1, Integer::sum);
        }
        assertThat(seen).containsOnlyKeys(Succeeded.class, Declined.class);
        assertThat(simulation.server.chargesTaken()).isEqualTo((long) seen.get(Succeeded.class));
    }

    @Test
    void a_lost_charge_is_not_found_and_can_be_sent_again_with_its_key() {
        assertThat(simulation.charge(key(1), "tok_lost")).isInstanceOf(Unknown.class);
        assertThat(simulation.processor.lookUp(key(1))).isEqualTo(new NotFound());

        assertThat(simulation.charge(key(1), "tok_lost")).isInstanceOf(Succeeded.class);
        assertThat(simulation.server.chargesTaken()).isEqualTo(1);
    }

    private static CardToken card(String token) {
        return new CardToken(token);
    }

    private static HttpServer tillThatListens(BlockingQueue<Map.Entry<Map<String, String>, byte[]>> received)
            throws IOException {
        var till = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        till.createContext("/", exchange -> {
            try (exchange) {
                var headers = new HashMap<String, String>();
                exchange.getRequestHeaders()
                        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
                received.add(Map.entry(headers, exchange.getRequestBody().readAllBytes()));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        till.start();
        return till;
    }
}
