package io.microwallet.api.demo;

import io.microwallet.api.cli.service.Answer;
import io.microwallet.api.cli.service.IdempotencyKeys;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.signature.key.ClientKeyPair;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One client of the API with a key pair of its own; every call that it makes goes into the report. */
final class Player {
    private static final byte[] NO_BODY = {};

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
        return report.called(name, "POST", target, key, client.post(target, body, key));
    }

    Answer post(String target) {
        var key = freshKey();
        return report.called(name, "POST", target, key, client.post(target, key));
    }

    Answer get(String target) {
        return report.called(name, "GET", target, "", client.send("GET", target, Map.of(), NO_BODY, _ -> {}));
    }
}
