package io.microwallet.api.http.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plain write, and the same call with an Accept that only Spring looks into: nobody can tell the short way from the long one. */
class DirectWritesTest {
    private static final String LONG_WAY = "application/json, text/plain;q=0.1";

    private final RunningService service = RunningService.shared();
    private final TestLedger ledger = service.sandbox();
    private final TestClient till = ledger.till("Entrance");
    private final String merchant = ledger.merchant("Clay", "third-party", 0);

    @Test
    void a_sale_and_its_repetition_are_answered_alike() {
        var sale = TestLedger.sale(ledger.wallet(till, 1_000), merchant, 250);
        var key = UUID.randomUUID().toString();
        var first = send(till, "*/*", "/v1/purchases", sale, key).expect(201);
        assertThat(first.replayed()).isFalse();
        for (var way : List.of("application/json", LONG_WAY)) {
            var again = send(till, way, "/v1/purchases", sale, key);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.replayed()).isTrue();
            assertSameShape(again, first);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "null",
                "[]",
                "{}",
                "{\"wallet\":1}",
                "{\"wallet\":\"w1_x\",\"wallet\":\"w1_x\"}",
                "{\"tip\":1}",
                "{} {}",
                ""
            })
    void what_is_wrong_with_a_body_is_told_alike(String body) {
        assertAlike(till, "/v1/purchases", body);
    }

    @Test
    void what_a_caller_may_not_do_is_told_alike() {
        var finance = ledger.client("Books", "finance");
        assertThat(assertAlike(finance, "/v1/purchases", "{").status()).isEqualTo(403);
        assertThat(assertAlike(till, "/v1/nothing", "{}").status()).isEqualTo(404);
    }

    @Test
    void a_refusal_and_an_absence_are_told_alike() {
        var wallet = ledger.wallet(till, 100);
        var poor = assertAlike(till, "/v1/purchases", TestLedger.sale(wallet, merchant, 101));
        assertThat(poor.status()).isEqualTo(422);
        assertThat(assertAlike(till, "/v1/wallets/" + wallet + "/freeze", "{\"x\":1}")
                        .status())
                .isEqualTo(400);
        var strangers = ledger.wallet(ledger.till("Bar"), 100);
        var absent = assertAlike(till, "/v1/purchases", TestLedger.sale(strangers, merchant, 1));
        assertThat(absent.status()).isEqualTo(404);
    }

    private static TestAnswer assertAlike(TestClient client, String path, String body) {
        var shortWay = send(client, "*/*", path, body, UUID.randomUUID().toString());
        var longWay = send(client, LONG_WAY, path, body, UUID.randomUUID().toString());
        assertThat(shortWay.text()).isEqualTo(longWay.text());
        assertSameShape(shortWay, longWay);
        return shortWay;
    }

    private static void assertSameShape(TestAnswer one, TestAnswer other) {
        assertThat(one.status()).isEqualTo(other.status());
        for (var name : List.of("content-type", "cache-control", "content-length")) {
            assertThat(one.header(name)).as(name).isEqualTo(other.header(name));
        }
    }

    private static TestAnswer send(TestClient client, String accept, String path, String body, String key) {
        var headers = new TreeMap<>(Map.of("accept", accept, "idempotency-key", key));
        if (!body.isEmpty()) {
            headers.put("content-type", "application/json");
        }
        return client.send(client.request("POST", path, headers, body));
    }
}
