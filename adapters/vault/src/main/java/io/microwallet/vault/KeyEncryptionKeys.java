package io.microwallet.vault;

import io.microwallet.vault.crypto.Aead;
import io.microwallet.vault.secret.SecretStore;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.SecretKey;

/** The key-encryption keys in memory, by version: the newest wraps, all unwrap. */
final class KeyEncryptionKeys {
    private static final int FINGERPRINT_BYTES = 4;

    private volatile SortedMap<Integer, Key> byVersion;

    /** One version. */
    record Key(int version, SecretKey key, byte[] checkValue) {
        static Key of(int version, byte[] secret) {
            return new Key(version, Aead.key(secret), SecretChecks.checkValue(secret));
        }

        String secretName() {
            return KeyEncryptionKeys.secretName(version, checkValue);
        }
    }

    KeyEncryptionKeys(Key... keys) {
        var map = new TreeMap<Integer, Key>();
        Arrays.stream(keys).forEach(key -> map.put(key.version(), key));
        byVersion = map;
    }

    /** Kept outside for good before it is used for anything. */
    static Key make(SecretStore store, int version) {
        var secret = store.make("key-encryption-" + version);
        var key = Key.of(version, secret);
        store.keep(key.secretName(), secret);
        return key;
    }

    /** With a fingerprint: a file that another database or a broken rotation left is never taken for ours. */
    static String secretName(int version, byte[] checkValue) {
        return "key-encryption-" + version + "-" + HexFormat.of().formatHex(checkValue, 0, FINGERPRINT_BYTES);
    }

    Key current() {
        return byVersion.sequencedValues().getLast();
    }

    Optional<Key> version(int version) {
        return Optional.ofNullable(byVersion.get(version));
    }

    SortedMap<Integer, Key> older() {
        var all = byVersion;
        return all.headMap(all.lastKey());
    }

    synchronized void add(Key key) {
        var map = new TreeMap<>(byVersion);
        map.put(key.version(), key);
        byVersion = map;
    }

    synchronized void remove(int version) {
        var map = new TreeMap<>(byVersion);
        map.remove(version);
        byVersion = map;
    }
}
