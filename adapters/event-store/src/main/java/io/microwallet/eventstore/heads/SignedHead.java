package io.microwallet.eventstore.heads;

import io.microwallet.eventstore.codec.Micros;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What the log's end was at some moment, signed with Ed25519: whoever changes the database afterwards cannot make it true again.
 *
 * @param position of the last event
 * @param chain of the row that ends there
 */
public record SignedHead(int partition, long position, byte[] chain, Instant signedAt, byte[] signature) {
    private static final String ALGORITHM = "Ed25519";
    /** A signature over a head is never one over anything else. */
    private static final String PURPOSE = "microwallet log head 1\n";

    private static final Pattern LINE = Pattern.compile("\\{\"partition\":(\\d{1,5}),\"position\":(\\d{1,18}),"
            + "\"chain\":\"([0-9a-f]{64})\",\"at\":(\\d{1,18}),\"signature\":\"([A-Za-z0-9_-]{86})\"}");

    public static SignedHead sign(int partition, long position, byte[] chain, Instant at, PrivateKey key) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(signed(partition, position, chain, at));
            return new SignedHead(partition, position, chain.clone(), at, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a head cannot be signed", e);
        }
    }

    public boolean isSignedBy(PublicKey key) {
        try {
            var verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(signed(partition, position, chain, signedAt));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** One line of JSON, without its end. */
    public String line() {
        var content = content(partition, position, chain, signedAt);
        return content.substring(0, content.length() - 1) + ",\"signature\":\"" + base64(signature) + "\"}";
    }

    /** @throws IllegalArgumentException for anything that {@link #line} would not write */
    public static SignedHead parse(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a signed head");
        }
        return new SignedHead(
                Integer.parseInt(parts.group(1)),
                Long.parseLong(parts.group(2)),
                HexFormat.of().parseHex(parts.group(3)),
                Micros.at(Long.parseLong(parts.group(4))),
                Base64.getUrlDecoder().decode(parts.group(5)));
    }

    private static byte[] signed(int partition, long position, byte[] chain, Instant at) {
        return (PURPOSE + content(partition, position, chain, at)).getBytes(StandardCharsets.US_ASCII);
    }

    private static String content(int partition, long position, byte[] chain, Instant at) {
        return "{\"partition\":%d,\"position\":%d,\"chain\":\"%s\",\"at\":%d}"
                .formatted(partition, position, HexFormat.of().formatHex(chain), Micros.floor(at));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
