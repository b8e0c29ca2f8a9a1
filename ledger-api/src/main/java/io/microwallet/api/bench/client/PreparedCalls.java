package io.microwallet.api.bench.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.signature.RequestSigner;
import io.microwallet.api.signature.key.ClientKeyPair;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** Makes calls as they go over the wire, signed, each under a key of its own. */
final class PreparedCalls {
    private static final String PURCHASES = "/v1/purchases";
    private static final String BATCHES = "/v1/batches";

    private final URI service;
    private final List<String> wallets;
    private final String merchant;
    private final RequestSigner signer;

    PreparedCalls(URI service, ClientKeyPair pair, List<String> wallets, String merchant) {
        this.service = service;
        this.wallets = wallets;
        this.merchant = merchant;
        this.signer = new RequestSigner(pair, InstantSource.system(), new SecureRandom());
    }

    /** @param groupOf purchases in each call; one is a call of its own and no batch */
    List<byte[]> sign(int calls, int groupOf) {
        return IntStream.range(0, calls)
                .parallel()
                .mapToObj(_ -> groupOf == 1 ? wire(PURCHASES, purchase()) : wire(BATCHES, batch(groupOf)))
                .toList();
    }

    private ObjectNode purchase() {
        var random = ThreadLocalRandom.current();
        var body = Json.object();
        body.put("wallet", wallets.get(random.nextInt(wallets.size()))).put("merchant", merchant);
        body.putObject("amount").put("amount", 250 + random.nextInt(1_000)).put("currency", "EUR");
        return body.put("reference", "order-" + random.nextInt(1_000_000_000));
    }

    private ObjectNode batch(int purchases) {
        var body = Json.object();
        var items = body.putArray("items");
        for (var i = 0; i < purchases; i++) {
            items.addObject().put("method", "POST").put("path", PURCHASES).set("body", purchase());
        }
        return body;
    }

    private byte[] wire(String path, ObjectNode json) {
        var body = Json.bytes(json);
        var random = ThreadLocalRandom.current();
        var key = new UUID(random.nextLong(), random.nextLong()).toString();
        var headers = Map.of("idempotency-key", key, "content-type", "application/json");
        var signed = signer.sign("POST", URI.create(service + path), headers, body);
        var text = new StringBuilder("POST " + path + " HTTP/1.1\r\nhost: " + service.getRawAuthority() + "\r\n");
        text.append("content-length: ").append(body.length).append("\r\n");
        signed.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        var head = text.append("\r\n").toString().getBytes(US_ASCII);
        var call = new byte[head.length + body.length];
        System.arraycopy(head, 0, call, 0, head.length);
        System.arraycopy(body, 0, call, head.length, body.length);
        return call;
    }

    /** How many good answers there are in a body: of a call by itself, or of a batch. */
    static int successes(int status, byte[] body, int groupOf) {
        if (groupOf == 1) {
            return status == 201 ? 1 : 0;
        }
        return status / 100 == 2 ? count(new String(body, UTF_8), "\"status\":201") : 0;
    }

    private static int count(String text, String word) {
        var count = 0;
        for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            count++;
        }
        return count;
    }
}
