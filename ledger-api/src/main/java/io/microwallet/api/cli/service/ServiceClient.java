package io.microwallet.api.cli.service;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.signature.RequestSigner;
import io.microwallet.api.signature.RequestSigner.Signed;
import io.microwallet.api.signature.key.ClientKeyPair;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Sends signed calls to a running service. */
public final class ServiceClient {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
    private static final int PAGE = 200;
    private static final int PAGES_MAX = 1_000;
    private static final byte[] NO_BODY = {};

    private final URI service;
    private final RequestSigner signer;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_MAX)
            .build();

    public ServiceClient(URI service, ClientKeyPair pair) {
        this.service = service;
        this.signer = new RequestSigner(pair, InstantSource.system(), new SecureRandom());
    }

    /** @param preferredKeys names of key files that would do, best first */
    public static ServiceClient of(ServiceOptions options, String... preferredKeys) {
        return new ServiceClient(options.url(), options.keyPair(preferredKeys));
    }

    /** One part of a path or query, encoded. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public JsonNode get(String target) {
        return send("GET", target, Map.of(), NO_BODY, _ -> {}).orFail();
    }

    public Answer post(String target, JsonNode body, String idempotencyKey) {
        return write("POST", target, body, idempotencyKey);
    }

    /** A write; without a body where there is nothing in it. What it answers is the caller's to judge. */
    public Answer write(String method, String target, JsonNode body, String idempotencyKey) {
        return body.isEmpty()
                ? send(method, target, Map.of("idempotency-key", idempotencyKey), NO_BODY, _ -> {})
                : send(
                        method,
                        target,
                        Map.of("idempotency-key", idempotencyKey, "content-type", "application/json"),
                        Json.bytes(body),
                        _ -> {});
    }

    /** Every item of a list, page by page. */
    public List<JsonNode> list(String target, String member) {
        var items = new ArrayList<JsonNode>();
        var first = target + (target.contains("?") ? '&' : '?') + "limit=" + PAGE;
        var page = get(first);
        page.path(member).forEach(items::add);
        for (var pages = 1; page.hasNonNull("next"); pages++) {
            if (pages == PAGES_MAX) {
                throw new CommandFailed(
                        "More than " + PAGES_MAX * PAGE + " entries.", "Ask for less, or page by hand.");
            }
            page = get(first + "&cursor=" + encoded(page.path("next").asString("")));
            page.path(member).forEach(items::add);
        }
        return items;
    }

    /** @param explain is told the signature base before the call is sent */
    public Answer send(
            String method, String target, Map<String, String> headers, byte[] body, Consumer<String> explain) {
        var uri = uri(target);
        var signed = signer.sign(method, uri, headers, body);
        explain.accept(signed.base());
        var response = exchange(request(method, uri, signed, body), BodyHandlers.ofByteArray());
        var replayed = response.headers().firstValue("idempotency-replayed").isPresent();
        return new Answer(response.statusCode(), replayed, response.body());
    }

    /** Streams the body of a good answer to {@code out}; a problem ends the command before a byte is written. */
    public void download(String target, OutputStream out) throws IOException {
        var uri = uri(target);
        var signed = signer.sign("GET", uri, Map.of(), NO_BODY);
        var response = exchange(request("GET", uri, signed, NO_BODY), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new Answer(response.statusCode(), false, body.readAllBytes()).failure();
            }
            body.transferTo(out);
        }
    }

    private URI uri(String target) {
        return URI.create(service.toString().replaceFirst("/$", "") + target);
    }

    private static HttpRequest request(String method, URI uri, Signed signed, byte[] body) {
        var reads = method.equals("GET") || method.equals("HEAD");
        var publisher = reads && body.length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(body);
        var request = HttpRequest.newBuilder(uri).timeout(ANSWER_MAX).method(method, publisher);
        signed.headers().forEach(request::header);
        return request.build();
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (ConnectException _) {
            throw new CommandFailed(
                    "No service answers at " + service + '.',
                    "Start it: ./microwallet serve. Or say where it is: --url http://HOST:PORT");
        } catch (HttpTimeoutException _) {
            throw new CommandFailed("The service gave no answer in time.", unknownOutcome(request));
        } catch (IOException e) {
            throw new CommandFailed("The call broke off: " + e.getMessage(), unknownOutcome(request));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("Interrupted.", unknownOutcome(request));
        }
    }

    private static String unknownOutcome(HttpRequest request) {
        return request.headers()
                .firstValue("idempotency-key")
                .map(key ->
                        "It may have been done or not: ask again with the same key, " + key + ", and it is done once.")
                .orElse("");
    }
}
