package io.microwallet.api.demo;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.service.Answer;
import io.microwallet.api.cli.service.CommandFailed;
import io.microwallet.api.cli.service.IdempotencyKeys;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.signature.key.ClientKeyPair;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** One client of the API with a key pair of its own; every call that it makes goes into the report. */
final class Player {
    private static final byte[] NO_BODY = {};
    private static final int ATTEMPTS_MAX = 50;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final String name;
    private final ServiceClient client;
    private final DemoReport report;
    private final SecureRandom random = new SecureRandom();

    Player(String name, URI service, ClientKeyPair pair, DemoReport report) {
        this.name = name;
        this.client = new ServiceClient(service, pair);
        this.report = report;
    }

    ServiceClient client() {
        return client;
    }

    String freshKey() {
        return IdempotencyKeys.fresh(InstantSource.system(), random);
    }

    Answer post(String target, JsonNode body) {
        return post(target, body, freshKey());
    }

    Answer post(String target, JsonNode body, String key) {
        return asked("POST", target, key, () -> client.post(target, body, key));
    }

    Answer post(String target) {
        return post(target, Json.object(), freshKey());
    }

    Answer get(String target) {
        return asked("GET", target, "", () -> client.send("GET", target, Map.of(), NO_BODY, _ -> {}));
    }

    /** As a till on bad Wi-Fi does: asks again, a write with the same key, until it is told how it went. */
    private Answer asked(String method, String target, String key, Supplier<Answer> call) {
        for (var patience = ATTEMPTS_MAX; ; patience--) {
            try {
                var answer = call.get();
                if (answer.good() || answer.refused() || patience == 0) {
                    return report.called(name, method, target, key, answer);
                }
            } catch (CommandFailed lost) {
                if (patience == 0) {
                    throw lost;
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
