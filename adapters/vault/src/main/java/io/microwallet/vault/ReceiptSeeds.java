package io.microwallet.vault;

import io.microwallet.vault.crypto.DerivedKeys;
import io.microwallet.vault.crypto.DerivedKeys.Purpose;
import io.microwallet.vault.crypto.Hmac;

/** What the keys that sign receipts are made of: the same after every restart, and wherever the master secret is put back. */
public final class ReceiptSeeds {
    /** Of the key that receipts are signed with now; never given another meaning. */
    public static final int VERSION = 1;

    private final DerivedKeys keys;

    ReceiptSeeds(DerivedKeys keys) {
        this.keys = keys;
    }

    /** @return the 32 bytes of an Ed25519 private key (RFC 8032) */
    public byte[] seed(int version) {
        return keys.key(Purpose.RECEIPT_KEY, Hmac.bytes(version)).getEncoded();
    }
}
