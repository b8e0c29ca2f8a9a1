package io.microwallet.api.running;

import io.microwallet.api.signature.RequestSigner;
import io.microwallet.api.signature.key.ClientKeyPair;
import io.microwallet.api.signature.key.PublicJwk;
import io.microwallet.core.client.PublicKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A client with its own key pair that signs what it sends, over real HTTP. As a till does, it asks again with the same key while
 * it is told 503: on a machine that starves the writer for a second, that says nothing of the ledger. {@link #send} asks once, and so does
 * {@link #impatient}.
 */
public final class TestClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final int UNAVAILABLE = 503;
    private static final long PATIENCE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Supplier<URI> service;
    private final ClientKeyPair keys;
    private final String id;
    private final long patienceNanos;

    /** @param service asked before each call: after a restart it may be elsewhere */
    public TestClient(Supplier<URI> service, ClientKeyPair keys, String id) {
        this(service, keys, id, PATIENCE_NANOS);
    }

    private TestClient(Supplier<URI> service, ClientKeyPair keys, String id, long patienceNanos) {
        this.service = service;
        this.keys = keys;
        this.id = id;
        this.patienceNanos = patienceNanos;
    }

    /** A key pair that the service does not know as yet. */
    public static ClientKeyPair newKeys() {
        return ClientKeyPair.generate(PublicKey.Algorithm.ED25519, new SecureRandom());
    }

    /** The JWK to register a key pair with. */
    public static String jwk(ClientKeyPair keys) {
        return PublicJwk.format(keys.publicKey());
    }

    /** The same client, with a connection of its own to another service. */
    public TestClient at(Supplier<URI> elsewhere) {
        return new TestClient(elsewhere, keys, id);
    }

    /** The same client, which asks once: for tests of who is told 503. */
    public TestClient impatient() {
        return new TestClient(service, keys, id, 0);
    }

    /** The client's own id, {@code c_…}. */
    public String id() {
        return id;
    }

    public ClientKeyPair keys() {
        return keys;
    }

    public TestAnswer get(String path) {
        return served(() -> request("GET", path, Map.of(), ""));
    }

    /** With a new idempotency key. */
    public TestAnswer post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /** Without a body, with a new idempotency key. */
    public TestAnswer post(String path) {
        return post(path, "");
    }

    public TestAnswer post(String path, String body, String idempotencyKey) {
        return served(() -> posting(path, body, idempotencyKey));
    }

    /** Changes what the body names, with a new idempotency key. */
    public TestAnswer patch(String path, String body) {
        return patch(path, body, UUID.randomUUID().toString());
    }

    public TestAnswer patch(String path, String body, String idempotencyKey) {
        var headers = Map.of("idempotency-key", idempotencyKey, "content-type", "application/json");
        return served(() -> request("PATCH", path, headers, body));
    }

    /** A signed call, to be changed or sent later. */
    public HttpRequest posting(String path, String body, String idempotencyKey) {
        var headers = new TreeMap<>(Map.of("idempotency-key", idempotencyKey));
        if (!body.isEmpty()) {
            headers.put("content-type", "application/json");
        }
        return request("POST", path, headers, body);
    }

    /** A signed call of any kind; headers by lower-case name. */
    public HttpRequest request(String method, String path, Map<String, String> headers, String body) {
        var uri = URI.create(service.get() + path);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var signed =
                new RequestSigner(keys, InstantSource.system(), new SecureRandom()).sign(method, uri, headers, bytes);
        var request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
        signed.headers().forEach(request::setHeader);
        var publisher =
                bytes.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(bytes);
        return request.method(method, publisher).build();
    }

    /** Signed anew each time. */
    private TestAnswer served(Supplier<HttpRequest> call) {
        var end = System.nanoTime() + patienceNanos;
        var answer = send(call.get());
        while (answer.status() == UNAVAILABLE && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE_NANOS);
            answer = send(call.get());
        }
        return answer;
    }

    public TestAnswer send(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new TestAnswer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a call was under way", e);
        }
    }
}
