package io.microwallet.api.signature;

import static io.microwallet.api.signature.SignatureRejection.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.signature.Verification.Rejected;
import io.microwallet.api.signature.Verification.Verified;
import io.microwallet.api.signature.key.ClientKeyPair;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.ClientKey;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.PublicKey.Algorithm;
import io.microwallet.core.client.Scope;
import io.microwallet.core.ledger.LedgerId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A row for each part of a signature that can be missing or wrong; everything else of the call is right. */
class SignatureTableTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String HOST = "127.0.0.1:8080";
    private static final byte[] BODY = "{\"wallet\":\"w1_X\"}".getBytes(StandardCharsets.US_ASCII);
    private static final String KEY = "sandbox_k_1";

    /** What a row may change: the call as sent, and what the signer covers and says. */
    private static final class Draft {
        String method = "POST";
        String host = HOST;
        byte[] body = BODY;
        Algorithm algorithm = Algorithm.ED25519;
        long created = NOW.getEpochSecond();
        UnaryOperator<String> components = UnaryOperator.identity();
        UnaryOperator<String> parameters = UnaryOperator.identity();
        UnaryOperator<String> signatureInput = UnaryOperator.identity();
        UnaryOperator<String> signature = UnaryOperator.identity();
        final Map<String, List<String>> fields = new TreeMap<>();
        final Map<String, List<String>> changedAfterSigning = new TreeMap<>();
    }

    private interface Change {
        void on(Draft draft);
    }

    private record Row(String what, SignatureRejection expected, Change change) {
        @Override
        public String toString() {
            return what + " -> " + expected;
        }
    }

    /** Another thing is sent than was signed; nothing, where no value is named. */
    private static Change sent(String field, String... values) {
        return d -> d.changedAfterSigning.put(field, List.of(values));
    }

    private static Change components(String one, String other) {
        return d -> d.components = s -> s.replace(one, other);
    }

    private static Change parameters(String regex, String other) {
        return d -> d.parameters = s -> s.replaceFirst(regex, other);
    }

    private static Change signatureInput(String one, String other) {
        return d -> d.signatureInput = s -> s.replace(one, other);
    }

    static Stream<Row> writes() {
        return Stream.of(
                new Row("another host", AUTHORITY_NOT_ACCEPTED, d -> d.host = "evil.example"),
                new Row("no Signature-Input", SIGNATURE_MISSING, sent("signature-input")),
                new Row("no Signature", SIGNATURE_MISSING, sent("signature")),
                new Row(
                        "no signature of that label",
                        SIGNATURE_MISSING,
                        d -> d.signature = s -> s.replace("sig1", "sig2")),
                new Row("an input that is no dictionary", SIGNATURE_MALFORMED, d -> d.signatureInput = _ -> "sig1=("),
                new Row("an input that is no list", SIGNATURE_MALFORMED, d -> d.signatureInput = _ -> "sig1=7"),
                new Row("a component that is no string", SIGNATURE_MALFORMED, components("\"@path\"", "7")),
                new Row(
                        "a signature that is no byte sequence",
                        SIGNATURE_MALFORMED,
                        d -> d.signature = _ -> "sig1=\"abc\""),
                new Row("no tag", SIGNATURE_TAG, parameters(";tag=\"microwallet-v1\"", "")),
                new Row("another tag", SIGNATURE_TAG, parameters("wallet-v1", "wallet-v2")),
                new Row(
                        "two with our tag",
                        SIGNATURE_AMBIGUOUS,
                        d -> d.signatureInput = s -> s + ", b=();tag=\"microwallet-v1\""),
                new Row(
                        "a component with ;sf",
                        COMPONENT_PARAMETERS_REFUSED,
                        components("\"content-digest\"", "\"content-digest\";sf")),
                new Row(
                        "a component with ;req",
                        COMPONENT_PARAMETERS_REFUSED,
                        components("\"@method\"", "\"@method\";req")),
                new Row("@target-uri", COMPONENT_UNSUPPORTED, d -> d.components = s -> s + " \"@target-uri\""),
                new Row("@status", COMPONENT_UNSUPPORTED, d -> d.components = s -> s + " \"@status\""),
                new Row("@method twice", COMPONENT_REPEATED, d -> d.components = s -> s + " \"@method\""),
                new Row("a covered field that was not sent", FIELD_MISSING, d -> d.components = s -> s + " \"date\""),
                new Row("no Idempotency-Key", FIELD_MISSING, sent("idempotency-key")),
                new Row("no Content-Type", FIELD_MISSING, sent("content-type")),
                new Row("no Content-Digest", DIGEST_MISSING, sent("content-digest")),
                new Row("a line feed in a field", FIELD_MALFORMED, sent("idempotency-key", "a\n\"@path\": /")),
                new Row("two Idempotency-Keys", DUPLICATE_FIELD, sent("idempotency-key", "key-1", "key-2")),
                new Row("two Content-Types", DUPLICATE_FIELD, sent("content-type", "application/json", "text/plain")),
                new Row(
                        "two Content-Digests",
                        DUPLICATE_FIELD,
                        sent("content-digest", "sha-256=:AA==:", "sha-256=:AA==:")),
                new Row("two Signatures", DUPLICATE_FIELD, sent("signature", "sig1=:AA==:", "sig2=:AA==:")),
                new Row("two Hosts", DUPLICATE_FIELD, sent("host", HOST, HOST)),
                new Row("a covered field of the caller's sent twice", DUPLICATE_FIELD, d -> {
                    d.fields.put("x-till", List.of("7"));
                    d.components = s -> s + " \"x-till\"";
                    d.changedAfterSigning.put("x-till", List.of("7", "8"));
                }),
                new Row("no created", CREATED_MISSING, parameters(";created=\\d+", "")),
                new Row("no expires", EXPIRES_MISSING, parameters(";expires=\\d+", "")),
                new Row("no nonce", NONCE_MISSING, parameters(";nonce=\"n1\"", "")),
                new Row("no keyid", KEYID_MISSING, parameters(";keyid=\"[^\"]+\"", "")),
                new Row("created as a text", PARAMETER_MALFORMED, parameters("created=(\\d+)", "created=\"$1\"")),
                new Row("created as a decimal", PARAMETER_MALFORMED, parameters("created=(\\d+)", "created=1.5")),
                new Row("created before 1970", PARAMETER_MALFORMED, parameters("created=(\\d+)", "created=-1")),
                new Row(
                        "expires after the year 9999",
                        PARAMETER_MALFORMED,
                        parameters("expires=\\d+", "expires=999999999999999")),
                new Row("keyid as a token", PARAMETER_MALFORMED, parameters("keyid=\"([^\"]+)\"", "keyid=$1")),
                new Row("an unknown key", KEY_UNKNOWN, parameters(KEY, "sandbox_k_unknown")),
                new Row("a revoked key", KEY_REVOKED, parameters(KEY, "sandbox_k_revoked")),
                new Row(
                        "another algorithm than the key's",
                        ALGORITHM_MISMATCH,
                        d -> d.parameters = s -> s + ";alg=\"ecdsa-p256-sha256\""),
                new Row(
                        "an algorithm of other libraries",
                        ALGORITHM_MISMATCH,
                        d -> d.parameters = s -> s + ";alg=\"hmac-sha256\""),
                new Row("301 s old", SIGNATURE_TOO_OLD, d -> d.created -= 301),
                new Row("301 s ahead", SIGNATURE_FROM_FUTURE, d -> d.created += 301),
                new Row(
                        "expired a second ago",
                        EXPIRED,
                        parameters("expires=\\d+", "expires=" + (NOW.getEpochSecond() - 1))),
                new Row("another method", SIGNATURE_INVALID, sent(":method", "PUT")),
                new Row("another path", SIGNATURE_INVALID, sent(":path", "/v1/top-ups")),
                new Row("the same path, encoded otherwise", SIGNATURE_INVALID, sent(":path", "/v1/%70urchases")),
                new Row("another query", SIGNATURE_INVALID, sent(":query", "a=2")),
                new Row("another host that is accepted too", SIGNATURE_INVALID, sent(":host", "pay.example")),
                new Row("another Idempotency-Key", SIGNATURE_INVALID, sent("idempotency-key", "key-2")),
                new Row("another Content-Type", SIGNATURE_INVALID, sent("content-type", "text/plain")),
                new Row("another Content-Digest", SIGNATURE_INVALID, sent("content-digest", "sha-256=:AA==:")),
                new Row("another nonce", SIGNATURE_INVALID, signatureInput("n1", "n2")),
                new Row(
                        "components in another order",
                        SIGNATURE_INVALID,
                        signatureInput("\"@path\" \"@query\"", "\"@query\" \"@path\"")),
                new Row(
                        "one bit of the signature",
                        SIGNATURE_INVALID,
                        d -> d.signature = SignatureTableTest::oneBitOff),
                new Row(
                        "a signature of 63 bytes",
                        SIGNATURE_INVALID,
                        d -> d.signature = _ -> "sig1=:" + Base64.getEncoder().encodeToString(new byte[63]) + ':'),
                new Row("another's signature", SIGNATURE_INVALID, parameters(KEY, "sandbox_k_other")));
    }

    static Stream<Row> componentsOfWrites() {
        return Stream.of(
                        "@method", "@authority", "@path", "@query", "content-digest", "idempotency-key", "content-type")
                .map(name -> new Row(
                        name + " not covered",
                        COMPONENT_MISSING,
                        d -> d.components = s -> s.replace("\"" + name + "\"", "")
                                .replace("  ", " ")
                                .strip()));
    }

    static Stream<Row> reads() {
        return Stream.of(
                new Row("61 s old", SIGNATURE_TOO_OLD, d -> d.created -= 61),
                new Row("61 s ahead", SIGNATURE_FROM_FUTURE, d -> d.created += 61),
                new Row(
                        "@query not covered",
                        COMPONENT_MISSING,
                        d -> d.components = s -> s.replace(" \"@query\"", "")));
    }

    @ParameterizedTest
    @MethodSource({"writes", "componentsOfWrites"})
    void a_write_with_one_wrong_part_is_rejected(Row row) {
        for (var algorithm : Algorithm.values()) {
            var draft = new Draft();
            draft.algorithm = algorithm;
            row.change.on(draft);
            var skipped = row.what.startsWith("another algorithm") && algorithm == Algorithm.ECDSA_P256_SHA256;
            if (!skipped) {
                assertThat(verify(draft))
                        .isInstanceOfSatisfying(
                                Rejected.class,
                                rejected -> assertThat(rejected.reason())
                                        .as(rejected.detail())
                                        .isEqualTo(row.expected));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("reads")
    void a_read_with_one_wrong_part_is_rejected(Row row) {
        var draft = aRead();
        row.change.on(draft);

        assertThat(verify(draft))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(row.expected));
    }

    @Test
    void every_reason_has_a_row() {
        var reasons = new ArrayList<>(List.of(values()));
        Stream.of(writes(), componentsOfWrites(), reads()).flatMap(s -> s).forEach(row -> reasons.remove(row.expected));
        // These two are of the body: see below.
        assertThat(reasons).containsExactly(DIGEST_UNSUPPORTED, DIGEST_MISMATCH);
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void a_call_with_every_part_right_is_verified(Algorithm algorithm) {
        var draft = new Draft();
        draft.algorithm = algorithm;
        draft.fields.put("x-till", List.of("7"));
        draft.components = s -> "\"x-till\" " + s;
        draft.parameters =
                s -> s + ";alg=\"" + (algorithm == Algorithm.ED25519 ? "ed25519" : "ecdsa-p256-sha256") + '"';
        draft.signatureInput = s -> "proxy=(\"@path\");created=1;tag=\"proxy\", " + s;

        assertThat(verify(draft)).isInstanceOfSatisfying(Verified.class, verified -> {
            assertThat(verified.keyId()).isEqualTo(KEY);
            assertThat(verified.nonce()).isEqualTo("n1");
            assertThat(verified.created()).isEqualTo(NOW);
        });
    }

    @Test
    void both_windows_hold_to_the_second() {
        for (var second : List.of(-300, 300)) {
            var write = new Draft();
            write.created += second;
            write.parameters = s -> s.replaceFirst("expires=\\d+", "expires=" + NOW.getEpochSecond());
            assertThat(verify(write)).isInstanceOf(Verified.class);
        }
        for (var second : List.of(-60, 60)) {
            var read = aRead();
            read.created += second;
            assertThat(verify(read)).isInstanceOf(Verified.class);
        }
    }

    @Test
    void a_rejection_for_time_tells_both_clocks_and_the_base() {
        var draft = new Draft();
        draft.created -= 1000;

        var rejected = (Rejected) verify(draft);

        assertThat(rejected.clocks()).hasValueSatisfying(clocks -> {
            assertThat(clocks.serverTime()).isEqualTo(NOW);
            assertThat(clocks.secondsBehind()).isEqualTo(1000);
        });
        assertThat(rejected.base()).hasValueSatisfying(base -> assertThat(base).startsWith("\"@method\": POST\n"));
        assertThat(rejected.key()).isInstanceOf(ClientKey.Active.class);
    }

    @Test
    void a_rejection_for_a_missing_component_tells_the_base_too() {
        var draft = new Draft();
        draft.components = s -> s.replace(" \"@query\"", "");

        var rejected = (Rejected) verify(draft);

        assertThat(rejected.detail()).contains("@query");
        assertThat(rejected.base()).isPresent();
        assertThat(rejected.key()).isInstanceOf(ClientKey.Active.class);
    }

    @Test
    void a_write_without_a_body_need_not_cover_its_type() {
        var draft = new Draft();
        draft.body = new byte[0];
        draft.components = s -> s.replace(" \"content-type\"", "");

        assertThat(verify(draft)).isInstanceOf(Verified.class);
        assertThat(verifier().checkBody(call(draft), draft.body)).isEmpty();
    }

    @Test
    void the_body_must_be_the_one_that_was_signed() {
        var draft = new Draft();
        assertThat(verifier().checkBody(call(draft), BODY)).isEmpty();
        assertThat(verifier().checkBody(call(draft), new byte[0]))
                .map(Rejected::reason)
                .contains(DIGEST_MISMATCH);

        draft.changedAfterSigning.put("content-digest", List.of("md5=:AAAA:"));
        assertThat(verifier().checkBody(call(draft), BODY))
                .map(Rejected::reason)
                .contains(DIGEST_UNSUPPORTED);
        draft.changedAfterSigning.put("content-digest", List.of("sha-256=what?"));
        assertThat(verifier().checkBody(call(draft), BODY))
                .map(Rejected::reason)
                .contains(DIGEST_UNSUPPORTED);
        draft.changedAfterSigning.put("content-digest", List.of());
        assertThat(verifier().checkBody(call(draft), BODY))
                .map(Rejected::reason)
                .contains(DIGEST_MISSING);
        assertThat(verifier().checkBody(call(aRead()), new byte[0])).isEmpty();
    }

    private static Draft aRead() {
        var draft = new Draft();
        draft.method = "GET";
        draft.body = new byte[0];
        draft.components = s -> s.substring(0, s.indexOf(" \"content-digest\""));
        return draft;
    }

    private static final Map<Algorithm, ClientKeyPair> PAIRS = Map.of(
            Algorithm.ED25519, ClientKeyPair.generate(Algorithm.ED25519, new SecureRandom()),
            Algorithm.ECDSA_P256_SHA256, ClientKeyPair.generate(Algorithm.ECDSA_P256_SHA256, new SecureRandom()));

    private static Verification verify(Draft draft) {
        return verifier().verify(call(draft), keyId -> key(keyId, draft.algorithm));
    }

    private static SignatureVerifier verifier() {
        return new SignatureVerifier(Set.of(HOST, "pay.example")::contains, InstantSource.fixed(NOW));
    }

    private static ClientKey key(String keyId, Algorithm algorithm) {
        var id = new KeyId(UUID.nameUUIDFromBytes(keyId.getBytes(StandardCharsets.US_ASCII)));
        var client = new ClientId(new UUID(0, 1));
        var ledger = new LedgerId(new UUID(0, 2));
        return switch (keyId) {
            case KEY ->
                new ClientKey.Active(
                        id,
                        client,
                        ledger,
                        Set.of(Scope.CHECKOUT),
                        PAIRS.get(algorithm).publicKey());
            case "sandbox_k_other" ->
                new ClientKey.Active(
                        id,
                        client,
                        ledger,
                        Set.of(Scope.CHECKOUT),
                        ClientKeyPair.generate(algorithm, new SecureRandom()).publicKey());
            case "sandbox_k_revoked" -> new ClientKey.Revoked(id, client, ledger, NOW);
            default -> new ClientKey.Unborn();
        };
    }

    /** Signs what the draft says, then sends what the draft says. */
    private static SignedCall call(Draft d) {
        var fields = new TreeMap<>(Map.of(
                "host", List.of(d.host),
                "content-type", List.of("application/json"),
                "content-length", List.of(String.valueOf(d.body.length)),
                "content-digest", List.of(ContentDigest.of(d.body)),
                "idempotency-key", List.of("key-1")));
        fields.putAll(d.fields);
        var parameters = '('
                + d.components.apply(
                        "\"@method\" \"@authority\" \"@path\" \"@query\" \"content-digest\" \"idempotency-key\" \"content-type\"")
                + ')'
                + d.parameters.apply(";created=" + d.created + ";expires=" + (NOW.getEpochSecond() + 300)
                        + ";nonce=\"n1\";keyid=\"" + KEY + "\";tag=\"microwallet-v1\"");
        var honest = SignedCall.of(d.method, d.host, "/v1/purchases", "a=1", fields);
        var signature = PAIRS.get(d.algorithm).sign(base(honest, parameters));
        fields.put("signature-input", List.of(d.signatureInput.apply("sig1=" + parameters)));
        fields.put(
                "signature",
                List.of(d.signature.apply("sig1=:" + Base64.getEncoder().encodeToString(signature) + ':')));
        fields.putAll(d.changedAfterSigning);
        fields.values().removeIf(List::isEmpty);
        return SignedCall.of(
                sent(fields, ":method", d.method),
                sent(fields, ":host", d.host),
                sent(fields, ":path", "/v1/purchases"),
                sent(fields, ":query", "a=1"),
                fields);
    }

    private static String sent(Map<String, List<String>> fields, String name, String otherwise) {
        return fields.getOrDefault(name, List.of(otherwise)).getFirst();
    }

    /** The honest signer's base; where the row asks for something that has none, any bytes will do. */
    private static byte[] base(SignedCall call, String parameters) {
        try {
            var names = SignatureInput.parse("sig1=" + parameters).getFirst().names();
            return SignatureBase.of(call, names, parameters).bytes();
        } catch (RejectedException _) {
            return new byte[0];
        }
    }

    private static String oneBitOff(String signature) {
        var bytes = Base64.getDecoder().decode(signature.substring("sig1=:".length(), signature.length() - 1));
        bytes[20] ^= 4;
        return "sig1=:" + Base64.getEncoder().encodeToString(bytes) + ':';
    }
}
