package io.microwallet.api.signature;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.microwallet.api.signature.Verification.Rejected;
import io.microwallet.api.signature.Verification.Verified;
import io.microwallet.api.signature.key.ClientKeyPair;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.ClientKey;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.PublicKey;
import io.microwallet.core.client.Scope;
import io.microwallet.core.ledger.LedgerId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A small HTTP server that believes only signed calls, checked by our own verifier; a test says what it answers. */
public final class VerifyingServer implements AutoCloseable {

    /** A call that was believed. */
    public record Call(
            String method, String path, String query, Map<String, List<String>> fields, String body, String keyId) {
        public String field(String name) {
            return fields.getOrDefault(name, List.of("")).getFirst();
        }
    }

    public record Answer(int status, String contentType, String body) {
        public static Answer json(int status, String body) {
            return new Answer(status, "application/json", body);
        }
    }

    private final Map<String, PublicKey> trusted = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final SignatureVerifier verifier;
    private final Function<Call, Answer> answers;

    private VerifyingServer(HttpServer server, Function<Call, Answer> answers) {
        this.server = server;
        this.answers = answers;
        this.verifier = new SignatureVerifier(authority()::equals, InstantSource.system());
    }

    public static VerifyingServer start(Function<Call, Answer> answers) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var verifying = new VerifyingServer(server, answers);
        server.createContext("/", verifying::handle);
        server.start();
        return verifying;
    }

    public VerifyingServer trust(String keyId, PublicKey key) {
        trusted.put(keyId, key);
        return this;
    }

    public VerifyingServer trust(ClientKeyPair pair) {
        return trust(pair.keyId(), pair.publicKey());
    }

    public URI url() {
        return URI.create("http://" + authority());
    }

    /** The calls that were believed, oldest first. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public Call lastCall() {
        return calls.getLast();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var answer = answer(exchange, body);
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer answer(HttpExchange exchange, byte[] body) {
        var uri = exchange.getRequestURI();
        var headers = exchange.getRequestHeaders();
        var host = String.valueOf(headers.getFirst("Host"));
        var call = SignedCall.of(exchange.getRequestMethod(), host, uri.getRawPath(), uri.getRawQuery(), headers);
        return switch (verifier.verify(call, this::key)) {
            case Rejected rejected -> refused(rejected);
            case Verified verified ->
                verifier.checkBody(call, body).map(VerifyingServer::refused).orElseGet(() -> {
                    var believed = new Call(
                            call.method(),
                            call.path(),
                            call.query(),
                            call.fields(),
                            new String(body, StandardCharsets.UTF_8),
                            verified.keyId());
                    calls.add(believed);
                    return answers.apply(believed);
                });
        };
    }

    private static Answer refused(Rejected rejected) {
        var body = "{\"title\":\"Unauthorized\",\"status\":401,\"code\":\"%s\",\"detail\":\"%s\"}"
                .formatted(rejected.reason(), rejected.detail().replace("\"", "'"));
        return new Answer(401, "application/problem+json", body);
    }

    private ClientKey key(String keyId) {
        var key = trusted.get(keyId);
        var id = new UUID(0, 1);
        return key == null
                ? new ClientKey.Unborn()
                : new ClientKey.Active(new KeyId(id), new ClientId(id), new LedgerId(id), Set.of(Scope.CHECKOUT), key);
    }
}
