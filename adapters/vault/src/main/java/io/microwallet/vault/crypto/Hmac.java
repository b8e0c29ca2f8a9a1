package io.microwallet.vault.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** HMAC-SHA256 (RFC 2104) over parts, each of fixed width but the last: so that no two lists of parts are the same bytes. */
public final class Hmac {
    public static final String ALGORITHM = "HmacSHA256";

    /** Looked up once: to ask every provider for each text costs more than the text. */
    private static final Provider PROVIDER = provider();

    private Hmac() {}

    private static Provider provider() {
        try {
            return Mac.getInstance(ALGORITHM).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    public static byte[] of(SecretKey key, byte[]... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM, PROVIDER);
            mac.init(key);
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    /** The first 128 bits. */
    public static UUID uuid(byte[] hmac) {
        var bytes = ByteBuffer.wrap(hmac);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    public static byte[] bytes(UUID value) {
        return ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] bytes(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
}
