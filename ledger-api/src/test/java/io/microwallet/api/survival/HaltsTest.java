package io.microwallet.api.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.TestClient;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The JVM ends at a chosen step of a chosen call's commit; the same key then tells the truth. */
class HaltsTest {
    @ParameterizedTest
    @EnumSource
    void the_same_key_has_one_outcome_though_the_service_died_at(Halt.Point point) throws Exception {
        try (var service = ServiceProcess.start(point.name())) {
            var ledger = service.sandbox();
            var till = ledger.till("Entrance");
            var merchant = ledger.merchant("Candle and Clay", "third-party", 800);
            var wallet = ledger.wallet(till, 2 * Halt.MARKED_AMOUNT - 1);
            var order = Order.purchase(
                    till,
                    wallet,
                    merchant,
                    Halt.MARKED_AMOUNT,
                    UUID.randomUUID().toString());
            var before = order.sent();
            assertThat(service.awaitDeath()).isEqualTo(Halt.EXIT);
            service.startAgain();
            var after = order.send().expect(201);
            assertThat(after.replayed()).isEqualTo(point != Halt.Point.BEFORE_COMMIT);
            before.ifPresent(first -> assertThat(after.body()).isEqualTo(first.body()));
            var again = order.send().expect(201);
            assertThat(again.replayed()).isTrue();
            assertThat(again.body()).isEqualTo(after.body());
            assertSoldOnce(till, wallet);
            SoundStore.check(service.database());
            System.out.println("HaltsTest, " + point + ": starts took " + service.starts());
        }
    }

    private static void assertSoldOnce(TestClient till, String wallet) {
        assertThat(till.get("/v1/purchases?wallet=" + wallet).expect(200).json().path("items"))
                .hasSize(1);
        assertThat(new Crowd.Wallet(till, wallet).available()).isEqualTo(Halt.MARKED_AMOUNT - 1);
    }
}
