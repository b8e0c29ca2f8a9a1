package io.microwallet.vault.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The keys that come out of the master secret by HKDF-SHA256 (RFC 5869), one for each purpose and context. */
public final class DerivedKeys {
    /** A key costs some microseconds, and every call needs some: the newest are kept. */
    static final int KEPT_MAX = 10_000;

    private static final byte[] SALT = Hmac.bytes("MicroWallet");

    /** What a key is for; its name enters the derivation: never rename one. */
    public enum Purpose {
        WALLET_TOKEN,
        BLIND_INDEX,
        DERIVED_ID,
        IDEMPOTENCY_KEY,
        LINK_SECRET,
        RECEIPT_KEY,
        BATCH_ITEM
    }

    private final SecretKey master;
    private final Map<ByteBuffer, SecretKey> kept = new ConcurrentHashMap<>();

    public DerivedKeys(byte[] master) {
        this.master = new SecretKeySpec(master, Hmac.ALGORITHM);
    }

    /** @param context parts of fixed width */
    public SecretKey key(Purpose purpose, byte[]... context) {
        var info = info(purpose, context);
        var name = ByteBuffer.wrap(info);
        var found = kept.get(name);
        if (found != null) {
            return found;
        }
        if (kept.size() >= KEPT_MAX) {
            kept.clear();
        }
        var derived = derive(info);
        kept.put(name, derived);
        return derived;
    }

    private SecretKey derive(byte[] info) {
        try {
            var parameters =
                    HKDFParameterSpec.ofExtract().addIKM(master).addSalt(SALT).thenExpand(info, 32);
            return KDF.getInstance("HKDF-SHA256").deriveKey(Hmac.ALGORITHM, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK 25 has HKDF-SHA256", e);
        }
    }

    private static byte[] info(Purpose purpose, byte[]... context) {
        var info = new ByteArrayOutputStream();
        info.writeBytes(Hmac.bytes(purpose.name()));
        info.write(0);
        for (var part : context) {
            info.writeBytes(part);
        }
        return info.toByteArray();
    }
}
