package io.microwallet.api.signature;

import io.microwallet.api.signature.key.ClientKeyPair;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Signs calls for one client, as the service wants them signed. */
public final class RequestSigner {
    private static final String LABEL = "sig1";
    private static final Duration LIFETIME = Duration.ofSeconds(300);
    private static final int NONCE_BYTES = 16;

    private final ClientKeyPair keyPair;
    private final InstantSource clock;
    private final SecureRandom random;

    /** @param keyPair one that the service knows: with its keyid */
    public RequestSigner(ClientKeyPair keyPair, InstantSource clock, SecureRandom random) {
        this.keyPair = keyPair;
        this.clock = clock;
        this.random = random;
    }

    /**
     * @param headers every header field to send, by lower-case name: the caller's and those of the signature
     * @param base what was signed
     */
    public record Signed(Map<String, String> headers, String base) {}

    /**
     * @param headers what the caller sends beside; a write needs {@code idempotency-key}, and a body {@code content-type}
     * @param body empty when there is none
     */
    public Signed sign(String method, URI uri, Map<String, String> headers, byte[] body) {
        var sent = new TreeMap<>(headers);
        var call = call(method, uri, sent, body);
        if (!call.reads()) {
            sent.put(ContentDigest.FIELD, ContentDigest.of(body));
            call = call(method, uri, sent, body);
        }
        var components = call.mustCover();
        var parameters = parameters(components);
        var base = SignatureBase.of(call, components, parameters);
        sent.put("signature-input", LABEL + '=' + parameters);
        sent.put("signature", LABEL + "=:" + Base64.getEncoder().encodeToString(keyPair.sign(base.bytes())) + ':');
        return new Signed(sent, base.text());
    }

    private String parameters(List<String> components) {
        var created = clock.instant().getEpochSecond();
        return components.stream().collect(Collectors.joining("\" \"", "(\"", "\")"))
                + ";created=" + created
                + ";expires=" + (created + LIFETIME.toSeconds())
                + ";nonce=\"" + nonce()
                + "\";keyid=\"" + keyPair.keyId()
                + "\";tag=\"" + SignatureInput.TAG + '"';
    }

    private String nonce() {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static SignedCall call(String method, URI uri, Map<String, String> headers, byte[] body) {
        var fields = new TreeMap<String, List<String>>();
        headers.forEach((name, value) -> fields.put(name, List.of(value)));
        fields.put("content-length", List.of(String.valueOf(body.length)));
        return SignedCall.of(method, uri.getRawAuthority(), uri.getRawPath(), uri.getRawQuery(), fields);
    }
}
