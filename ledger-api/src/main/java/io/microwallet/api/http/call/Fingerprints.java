package io.microwallet.api.http.call;

import io.microwallet.core.request.Fingerprint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Tells a retry from another call under the same key: method, path, query and body, each with its length. */
final class Fingerprints {
    private Fingerprints() {}

    static Fingerprint of(String method, String path, @Nullable String query, byte[] body) {
        var digest = sha256();
        add(digest, method.getBytes(StandardCharsets.UTF_8));
        add(digest, path.getBytes(StandardCharsets.UTF_8));
        add(digest, (query == null ? "" : '?' + query).getBytes(StandardCharsets.UTF_8));
        add(digest, sha256().digest(body));
        var bytes = ByteBuffer.wrap(digest.digest());
        return new Fingerprint(bytes.getLong(), bytes.getLong());
    }

    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
