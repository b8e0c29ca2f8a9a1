package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RawCall;
import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import io.microwallet.api.signature.key.ClientKeyPair;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each part of a signature, missing or wrong, sent to the running service: a precise 401, and the log stays as it is. */
class SignatureOverHttpTest {
    private static final String CONTENT_DIGEST = "content-digest";
    private static final String IDEMPOTENCY_KEY = "idempotency-key";
    private static final String CONTENT_TYPE = "content-type";
    private static final String SIGNATURE_INPUT = "signature-input";
    private static final String SIGNATURE = "signature";

    private static RunningService service;
    private static String sale;
    private static TestClient till;
    private static TestClient otherTill;
    private static TestClient dismissed;
    private static TestClient live;

    @BeforeAll
    static void start() {
        service = RunningService.start();
        var ledger = service.sandbox();
        till = ledger.till("Entrance");
        otherTill = ledger.till("Stall 7");
        dismissed = ledger.till("Stall 8");
        ledger.admin().post("/v1/clients/" + dismissed.id() + "/revoke").expect(200);
        live = service.live().till("Real money");
        sale = TestLedger.sale(ledger.wallet(till, 5_000), ledger.merchant("Candle & Clay", "third-party", 800), 100);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** A purchase with all that it needs, signed by hand; a row spoils one part of it, before or after the signing. */
    private static final class Call {
        ClientKeyPair keys = till.keys();
        String keyId = till.keys().keyId();
        String method = "POST";
        String target = "/v1/purchases";
        String body = sale;
        long created = Instant.now().getEpochSecond();
        final List<String> components = new ArrayList<>(
                List.of("@method", "@authority", "@path", "@query", CONTENT_DIGEST, IDEMPOTENCY_KEY, CONTENT_TYPE));
        final Map<String, String> parameters = new LinkedHashMap<>();
        final Map<String, List<String>> headers = new TreeMap<>();

        Call() {
            headers.put("host", List.of(service.url().getAuthority()));
            headers.put(CONTENT_TYPE, List.of("application/json"));
            headers.put(IDEMPOTENCY_KEY, List.of(UUID.randomUUID().toString()));
            headers.put(CONTENT_DIGEST, List.of(digest(body)));
            parameters.put("nonce", "\"n-1\"");
            parameters.put("tag", "\"microwallet-v1\"");
        }

        void reading(String path) {
            method = "GET";
            target = path;
            body = "";
            components.removeAll(List.of(CONTENT_DIGEST, IDEMPOTENCY_KEY, CONTENT_TYPE));
            List.of(CONTENT_DIGEST, IDEMPOTENCY_KEY, CONTENT_TYPE).forEach(headers::remove);
        }

        void by(TestClient client) {
            keys = client.keys();
            keyId = client.keys().keyId();
        }

        void sign() {
            parameters.putIfAbsent("created", Long.toString(created));
            parameters.putIfAbsent("expires", Long.toString(created + 300));
            parameters.putIfAbsent("keyid", '"' + keyId + '"');
            parameters.values().removeIf(String::isEmpty);
            var input = components.stream()
                            .map(name -> name.contains(";") ? name : '"' + name + '"')
                            .collect(Collectors.joining(" ", "(", ")"))
                    + parameters.entrySet().stream()
                            .map(parameter -> ';' + parameter.getKey() + '=' + parameter.getValue())
                            .collect(Collectors.joining());
            var base = components.stream()
                            .map(name -> '"' + name + "\": " + value(name) + '\n')
                            .collect(Collectors.joining())
                    + "\"@signature-params\": " + input;
            var signed = keys.sign(base.getBytes(StandardCharsets.US_ASCII));
            headers.put(SIGNATURE_INPUT, List.of("sig1=" + input));
            headers.put(SIGNATURE, List.of("sig1=:" + Base64.getEncoder().encodeToString(signed) + ':'));
        }

        private String value(String component) {
            var question = target.indexOf('?');
            return switch (component) {
                case "@method" -> method;
                case "@authority" -> headers.get("host").getFirst();
                case "@path" -> question < 0 ? target : target.substring(0, question);
                case "@query" -> question < 0 ? "?" : target.substring(question);
                default -> headers.getOrDefault(component, List.of("")).getFirst();
            };
        }

        TestAnswer send() {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0) {
                headers.put("content-length", List.of(Integer.toString(bytes.length)));
            }
            return new RawCall(method, target, headers, bytes).send(service.url());
        }
    }

    private record Row(String what, int status, String code, Consumer<Call> before, Consumer<Call> after) {
        @Override
        public String toString() {
            return what + " -> " + code;
        }
    }

    private static Row signed(String what, String code, Consumer<Call> before) {
        return new Row(what, 401, code, before, _ -> {});
    }

    private static Row sent(String what, String code, Consumer<Call> after) {
        return new Row(what, 401, code, _ -> {}, after);
    }

    static Stream<Row> rows() {
        return Stream.of(fields(), components(), parameters(), alterations(), hosts())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> fields() {
        return Stream.of(
                sent("no Signature-Input", "SIGNATURE_MISSING", call -> call.headers.remove(SIGNATURE_INPUT)),
                sent("no Signature", "SIGNATURE_MISSING", call -> call.headers.remove(SIGNATURE)),
                sent("another label", "SIGNATURE_MISSING", call -> change(call, SIGNATURE, "sig1=", "sig2=")),
                sent("no dictionary", "SIGNATURE_MALFORMED", call -> put(call, SIGNATURE_INPUT, "sig1=(")),
                sent("no byte sequence", "SIGNATURE_MALFORMED", call -> put(call, SIGNATURE, "sig1=\"abc\"")),
                sent(
                        "two with our tag",
                        "SIGNATURE_AMBIGUOUS",
                        call -> change(call, SIGNATURE_INPUT, "sig1=", "b=();tag=\"microwallet-v1\", sig1=")),
                sent("no Content-Digest", "DIGEST_MISSING", call -> call.headers.remove(CONTENT_DIGEST)),
                sent("no Idempotency-Key", "FIELD_MISSING", call -> call.headers.remove(IDEMPOTENCY_KEY)),
                new Row(
                        "no Content-Type",
                        415,
                        "MEDIA_TYPE_UNSUPPORTED",
                        _ -> {},
                        call -> call.headers.remove(CONTENT_TYPE)),
                signed("a digest of no use", "DIGEST_UNSUPPORTED", call -> put(call, CONTENT_DIGEST, "md5=:AAAA:")),
                sent("Signature-Input twice", "DUPLICATE_FIELD", call -> twice(call, SIGNATURE_INPUT)),
                sent("Signature twice", "DUPLICATE_FIELD", call -> twice(call, SIGNATURE)),
                sent("Content-Digest twice", "DUPLICATE_FIELD", call -> twice(call, CONTENT_DIGEST)),
                sent("Idempotency-Key twice", "DUPLICATE_FIELD", call -> twice(call, IDEMPOTENCY_KEY)),
                sent("Content-Type twice", "DUPLICATE_FIELD", call -> twice(call, CONTENT_TYPE)));
    }

    private static Stream<Row> components() {
        var missing = new Call()
                .components.stream()
                        .map(name -> signed(
                                name + " not covered", "COMPONENT_MISSING", call -> call.components.remove(name)));
        return Stream.concat(
                missing,
                Stream.of(
                        signed("@method twice", "COMPONENT_REPEATED", call -> call.components.add("@method")),
                        signed("@target-uri", "COMPONENT_UNSUPPORTED", call -> call.components.add("@target-uri")),
                        signed("a field not sent", "FIELD_MISSING", call -> call.components.add("x-till")),
                        signed(
                                "a component's parameter",
                                "COMPONENT_PARAMETERS_REFUSED",
                                call -> call.components.set(4, "\"content-digest\";sf"))));
    }

    private static Stream<Row> parameters() {
        return Stream.of(
                signed("no created", "CREATED_MISSING", call -> call.parameters.put("created", "")),
                signed("no expires", "EXPIRES_MISSING", call -> call.parameters.put("expires", "")),
                signed("no nonce", "NONCE_MISSING", call -> call.parameters.put("nonce", "")),
                signed("no keyid", "KEYID_MISSING", call -> call.parameters.put("keyid", "")),
                signed("no tag", "SIGNATURE_TAG", call -> call.parameters.put("tag", "")),
                signed("another tag", "SIGNATURE_TAG", call -> call.parameters.put("tag", "\"app-1\"")),
                signed("created as a text", "PARAMETER_MALFORMED", call -> call.parameters.put("created", "\"now\"")),
                signed(
                        "another algorithm",
                        "ALGORITHM_MISMATCH",
                        call -> call.parameters.put("alg", "\"hmac-sha256\"")),
                signed("a stale write", "SIGNATURE_TOO_OLD", call -> call.created -= 310),
                signed("a stale read", "SIGNATURE_TOO_OLD", call -> {
                    call.reading("/v1/wallets");
                    call.created -= 70;
                }),
                signed("a write of the future", "SIGNATURE_FROM_FUTURE", call -> call.created += 310),
                signed("a read of the future", "SIGNATURE_FROM_FUTURE", call -> {
                    call.reading("/v1/wallets");
                    call.created += 70;
                }),
                signed("expired", "EXPIRED", call -> {
                    call.created -= 100;
                    call.parameters.put("expires", Long.toString(call.created + 1));
                }),
                signed("an unknown key", "KEY_UNKNOWN", call -> call.keyId = "sandbox_k_01KAZ3Q5R2T4V6X8Z0B1C3D5FG"),
                signed(
                        "a key of the other mode",
                        "KEY_UNKNOWN",
                        call -> call.keyId = call.keyId.replace("sandbox", "live")),
                signed("a keyid that is none", "KEY_UNKNOWN", call -> call.keyId = "till"),
                signed("a revoked key", "KEY_REVOKED", call -> call.by(dismissed)));
    }

    private static Stream<Row> alterations() {
        return Stream.of(
                signed("another's signature", "SIGNATURE_INVALID", call -> call.keys = otherTill.keys()),
                sent(
                        "a signature of zeros",
                        "SIGNATURE_INVALID",
                        call -> put(call, SIGNATURE, "sig1=:" + "A".repeat(86) + "==:")),
                sent("half a signature", "SIGNATURE_INVALID", call -> put(call, SIGNATURE, "sig1=:AAAA:")),
                sent("another method", "SIGNATURE_INVALID", call -> call.method = "PUT"),
                sent("another path", "SIGNATURE_INVALID", call -> call.target = "/v1/top-ups"),
                sent("another query", "SIGNATURE_INVALID", call -> call.target += "?x=1"),
                sent("another key", "SIGNATURE_INVALID", call -> put(call, IDEMPOTENCY_KEY, "another")),
                sent(
                        "another type",
                        "SIGNATURE_INVALID",
                        call -> put(call, CONTENT_TYPE, "application/json; charset=utf-8")),
                sent("another body", "DIGEST_MISMATCH", call -> call.body = sale.replace("100", "900")),
                sent("another body with its digest", "SIGNATURE_INVALID", call -> {
                    call.body = sale.replace("100", "900");
                    put(call, CONTENT_DIGEST, digest(call.body));
                }),
                sent(
                        "a longer life",
                        "SIGNATURE_INVALID",
                        call -> change(call, SIGNATURE_INPUT, ";expires=", ";expires=9")));
    }

    private static Stream<Row> hosts() {
        return Stream.of(
                signed("a strange host", "AUTHORITY_NOT_ACCEPTED", call -> put(call, "host", "evil.example")),
                sent(
                        "another host of ours",
                        "SIGNATURE_INVALID",
                        call -> put(call, "host", "localhost:" + service.url().getPort())),
                new Row(
                        "a host that a proxy would tell",
                        401,
                        "SIGNATURE_INVALID",
                        call -> put(call, "host", "evil.example"),
                        call -> {
                            put(call, "x-forwarded-host", "evil.example");
                            put(call, "host", service.url().getAuthority());
                        }));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void is_refused_by_name_and_changes_nothing(Row row) {
        var position = service.position();
        var call = new Call();
        row.before().accept(call);
        call.sign();
        row.after().accept(call);
        var answer = call.send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(row.status());
        assertThat(answer.at("code")).as(answer.text()).isEqualTo(row.code());
        assertThat(answer.header("content-type")).hasValue("application/problem+json");
        assertThat(answer.header("cache-control")).hasValue("no-store");
        assertThat(service.position()).isEqualTo(position);
    }

    @Test
    void the_same_call_with_nothing_spoiled_is_taken() {
        var call = new Call();
        call.sign();
        call.send().expect(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/wallets",
                "//v1/wallets",
                "/v1//wallets",
                "/v1/./wallets",
                "/v1/webhooks/../wallets",
                "/v1/webhooks/..;x/wallets",
                "/v1/webhooks/%2e%2e/wallets",
                "/v1;x=1/wallets",
                "/%76%31/wallets",
                "/v1%2fwallets",
                "/v1/webhooksX",
                "/v1/webhooks.json",
                "/b/../v1/wallets",
                "/docs/..;/v1/wallets",
                "/v1/wallets/",
                "/V1/wallets"
            })
    void no_spelling_of_a_path_goes_past_the_door_unsigned(String target) {
        var call = new Call();
        call.reading(target);
        var answer = call.send();
        assertThat(answer.status()).as(answer.text()).isIn(400, 401, 404);
        assertThat(answer.text()).doesNotContain("items");
        if (target.matches("/v1/[a-zA-Z.]+")) {
            assertThat(answer.at("code")).isEqualTo("SIGNATURE_MISSING");
        }
    }

    @Test
    void a_sandbox_shows_the_base_that_the_service_computed_and_a_live_ledger_does_not() {
        var call = new Call();
        call.sign();
        put(call, IDEMPOTENCY_KEY, "another");
        assertThat(call.send().at("signatureBase")).contains("\"@path\": /v1/purchases\n");
        var real = new Call();
        real.by(live);
        real.sign();
        put(real, IDEMPOTENCY_KEY, "another");
        assertThat(real.send().expect(401).json().has("signatureBase")).isFalse();
    }

    @Test
    void a_wrong_clock_is_told_the_right_time() {
        var call = new Call();
        call.created -= 400;
        call.sign();
        var answer = call.send().expect(401);
        assertThat(answer.number("secondsBehind")).isBetween(400L, 430L);
        assertThat(Instant.parse(answer.at("serverTime")))
                .isBefore(Instant.now().plusSeconds(1));
    }

    private static void put(Call call, String field, String value) {
        call.headers.put(field, List.of(value));
    }

    private static void change(Call call, String field, String from, String to) {
        put(call, field, call.headers.get(field).getFirst().replace(from, to));
    }

    private static void twice(Call call, String field) {
        var value = call.headers.get(field).getFirst();
        call.headers.put(field, List.of(value, value));
    }

    private static String digest(String body) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return "sha-256=:" + Base64.getEncoder().encodeToString(bytes) + ':';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
