package io.microwallet.api.survival;

import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;

/** One write of one client under one key; however often it is sent, it is the same call. */
record Order(TestClient client, String method, String path, String body, String key) {
    private static final Set<Integer> DECIDED = Set.of(200, 201, 202, 422);
    private static final Set<Integer> ASK_AGAIN = Set.of(503, 504);

    static Order purchase(TestClient till, String wallet, String merchant, long euroCents, String key) {
        var body = """
                {"wallet":"%s","merchant":"%s","amount":{"amount":%d,"currency":"EUR"},"reference":"%s"}""".formatted(wallet, merchant, euroCents, key);
        return new Order(till, "/v1/purchases", body, key);
    }

    static Order topUp(TestClient till, String wallet, long euroCents, String card, String key) {
        var body = """
                {"wallet":"%s","amount":{"amount":%d,"currency":"EUR"},"card":"%s","reference":"%s"}""".formatted(wallet, euroCents, card, key);
        return new Order(till, "/v1/top-ups", body, key);
    }

    Order(TestClient client, String path, String body, String key) {
        this(client, "POST", path, body, key);
    }

    TestAnswer send() {
        return method.equals("POST") ? client.post(path, body, key) : client.patch(path, body, key);
    }

    /** What was decided; empty where the call must be asked again. @throws AssertionError for an answer that no kill excuses */
    Optional<TestAnswer> sent() {
        try {
            var answer = send();
            if (!DECIDED.contains(answer.status()) && !ASK_AGAIN.contains(answer.status())) {
                throw new AssertionError("no answer for " + key + ": " + answer);
            }
            return Optional.of(answer).filter(it -> DECIDED.contains(it.status()));
        } catch (UncheckedIOException _) {
            return Optional.empty();
        }
    }

    /** Asks again until there is an answer, as a client does. */
    TestAnswer untilDecided() {
        var answer = new TestAnswer[1];
        Until.holds("an answer for " + key, () -> {
            answer[0] = sent().orElse(null);
            return answer[0] != null;
        });
        return answer[0];
    }
}
