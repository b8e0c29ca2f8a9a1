package io.microwallet.vault;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.link.SecretHash;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.vault.crypto.DerivedKeys;
import io.microwallet.vault.crypto.DerivedKeys.Purpose;
import io.microwallet.vault.crypto.Hmac;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The secrets of balance links: made from the call that asked, so that a replay gives the same one and none is stored. */
public final class LinkSecrets {
    /** Of the key that new links are made under; stored with each, and never given another meaning. */
    public static final int VERSION = 1;

    private static final int BYTES = 16;

    private final DerivedKeys keys;

    LinkSecrets(DerivedKeys keys) {
        this.keys = keys;
    }

    /** @return 128 bits in base64url, 22 characters */
    public String secret(int version, ClientId client, IdempotencyKey key) {
        var hmac = Hmac.of(
                keys.key(Purpose.LINK_SECRET, Hmac.bytes(version)),
                Hmac.bytes(client.value()),
                Hmac.bytes(key.value()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hmac, BYTES));
    }

    /** What is stored of a secret: SHA-256 of its text. */
    public static SecretHash hash(String secret) {
        return new SecretHash(HexFormat.of().formatHex(sha256(secret)));
    }

    /** Takes as long for a near miss as for a far one. */
    public static boolean matches(String secret, SecretHash hash) {
        return MessageDigest.isEqual(sha256(secret), HexFormat.of().parseHex(hash.value()));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Hmac.bytes(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
