package io.microwallet.api.running;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A pop-up that is open, and the visitors who topped up there. */
public final class TestPopUp {
    private static final int BATCH_MAX = 1_000;
    private static final String BODY =
            "{\"name\":\"Market\",\"opensAt\":\"2020-11-23T19:00:00Z\",\"closesAt\":\"2099-11-23T21:00:00Z\"}";

    private final String id;

    private TestPopUp(String id) {
        this.id = id;
    }

    public static TestPopUp of(TestLedger ledger) {
        return new TestPopUp(
                ledger.admin().post("/v1/pop-ups", BODY).expect(201).at("id"));
    }

    /** {@code pop_…}. */
    public String id() {
        return id;
    }

    /** New wallets of a till, each with a top-up that names the pop-up and has succeeded, in few calls; the till's tokens for them. */
    public List<String> visitors(TestClient till, int count, long euroCents) {
        var wallets = ids(till, count, "/v1/wallets", _ -> "{}");
        var topUps = ids(till, count, "/v1/top-ups", i -> topUp(wallets.get(i), euroCents));
        for (var topUp : topUps) {
            var status =
                    till.get("/v1/top-ups/" + topUp + "?wait=20").expect(200).at("status");
            if (!status.equals("succeeded")) {
                throw new AssertionError(topUp + ' ' + status);
            }
        }
        return wallets;
    }

    /** Orders everything that is left of its top-ups back; the answer to the order. */
    public TestAnswer returnUnspent(TestClient client, String reference) {
        return client.post("/v1/pop-ups/" + id + "/return-unspent", "{\"reference\":\"" + reference + "\"}")
                .expect(202);
    }

    private String topUp(String wallet, long euroCents) {
        return "{\"wallet\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"},\"card\":\"tok_visa\",\"popUp\":\"%s\"}"
                .formatted(wallet, euroCents, id);
    }

    private static List<String> ids(TestClient till, int count, String path, IntFunction<String> body) {
        return IntStream.range(0, (count + BATCH_MAX - 1) / BATCH_MAX)
                .mapToObj(batch -> ids(till, batch * BATCH_MAX, Math.min(count, (batch + 1) * BATCH_MAX), path, body))
                .flatMap(List::stream)
                .toList();
    }

    /** What one batch makes. */
    private static List<String> ids(TestClient till, int from, int to, String path, IntFunction<String> body) {
        var items = IntStream.range(from, to)
                .mapToObj(i -> "{\"method\":\"POST\",\"path\":\"" + path + "\",\"body\":" + body.apply(i) + '}')
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
        return till.post("/v1/batches", items)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("body").path("id").asString())
                .toList();
    }
}
