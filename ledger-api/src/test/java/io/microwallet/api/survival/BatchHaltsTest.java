package io.microwallet.api.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JVM ends while a batch is decided; the same key then tells what was decided, and decides the rest. */
class BatchHaltsTest {
    private static final int ITEMS = 200;
    private static final int MARKED = 100;

    @ParameterizedTest
    @CsvSource({"false, BEFORE_COMMIT", "false, BEFORE_ANSWER", "true, BEFORE_COMMIT", "true, BEFORE_ANSWER"})
    void each_item_is_decided_once_though_the_service_died_in_the_middle(boolean atomic, Halt.Point point)
            throws Exception {
        try (var service = ServiceProcess.start(point.name())) {
            var ledger = service.sandbox();
            var till = ledger.till("Entrance");
            var merchant = ledger.merchant("Candle and Clay", "third-party", 800);
            var wallet = ledger.wallet(till, Halt.MARKED_AMOUNT - 1);
            ledger.topUp(till, wallet, ITEMS, "tok_visa");
            var body = IntStream.range(0, ITEMS)
                    .mapToObj(i -> item(wallet, merchant, i == MARKED ? Halt.MARKED_AMOUNT : 1))
                    .collect(Collectors.joining(",", "{\"atomic\":" + atomic + ",\"items\":[", "]}"));
            var order = new Order(till, "/v1/batches", body, UUID.randomUUID().toString());
            order.sent();
            assertThat(service.awaitDeath()).isEqualTo(Halt.EXIT);
            service.startAgain();
            var after = order.send().expect(200);
            assertThat(after.json().path("items"))
                    .hasSize(ITEMS)
                    .allMatch(each -> each.path("status").asInt() == 201);
            if (!atomic) {
                var told = after.json().path("items").path(0).path("replayed").asBoolean();
                assertThat(told).as("the first group was decided before").isTrue();
                assertThat(after.at("items/" + (ITEMS - 1) + "/replayed")).isEmpty();
            }
            var again = order.send().expect(200);
            assertThat(again.replayed()).isTrue();
            assertThat(new Crowd.Wallet(till, wallet).available()).isZero();
            SoundStore.check(service.database());
        }
    }

    private static String item(String wallet, String merchant, long euroCents) {
        return """
                {"method":"POST","path":"/v1/purchases","body":
                 {"wallet":"%s","merchant":"%s","amount":{"amount":%d,"currency":"EUR"}}}""".formatted(wallet, merchant, euroCents);
    }
}
