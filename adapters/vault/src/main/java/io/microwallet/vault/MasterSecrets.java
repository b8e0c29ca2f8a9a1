package io.microwallet.vault;

import io.microwallet.vault.secret.SecretStore;
import io.microwallet.vault.secret.SecretsRefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.SortedMap;

/** Opens the secrets that this database was begun with; makes new ones only for a database without a single event. */
final class MasterSecrets {
    static final String MASTER = "master";

    private final SecretStore store;
    private final SecretChecks checks;
    private final InstantSource clock;

    /** What was opened. */
    record Opened(byte[] master, KeyEncryptionKeys keyEncryptionKeys) {}

    MasterSecrets(SecretStore store, SecretChecks checks, InstantSource clock) {
        this.store = store;
        this.checks = checks;
        this.clock = clock;
    }

    /** @throws SecretsRefusedException if one is missing or another, and the log is not empty */
    Opened open(Connection connection) throws SQLException {
        checks.lock(connection);
        var logIsEmpty = checks.logIsEmpty(connection);
        var master = master(connection, logIsEmpty);
        var inUse = checks.keyEncryptionKeys(connection);
        if (inUse.isEmpty()) {
            requireEmpty(logIsEmpty, "key-encryption key");
            return new Opened(master, firstKeyEncryptionKey(connection));
        }
        return new Opened(master, keyEncryptionKeys(inUse));
    }

    private byte[] master(Connection connection, boolean logIsEmpty) throws SQLException {
        var expected = checks.of(connection, MASTER);
        if (expected.isPresent()) {
            return required(MASTER, expected.get());
        }
        requireEmpty(logIsEmpty, "master secret");
        var master = store.read(MASTER).orElse(null);
        if (master == null) {
            master = store.make(MASTER);
            store.keep(MASTER, master);
        }
        checks.record(connection, MASTER, SecretChecks.checkValue(master), clock.instant());
        return master;
    }

    private KeyEncryptionKeys firstKeyEncryptionKey(Connection connection) throws SQLException {
        var first = KeyEncryptionKeys.make(store, 1);
        checks.recordKeyEncryptionKey(connection, 1, first.checkValue(), clock.instant());
        return new KeyEncryptionKeys(first);
    }

    private KeyEncryptionKeys keyEncryptionKeys(SortedMap<Integer, byte[]> inUse) {
        return new KeyEncryptionKeys(inUse.entrySet().stream()
                .map(entry -> KeyEncryptionKeys.Key.of(
                        entry.getKey(),
                        required(KeyEncryptionKeys.secretName(entry.getKey(), entry.getValue()), entry.getValue())))
                .toArray(KeyEncryptionKeys.Key[]::new));
    }

    private byte[] required(String name, byte[] checkValue) {
        var secret = store.read(name)
                .orElseThrow(
                        () -> new SecretsRefusedException("The secret " + name + " is missing: this database was begun"
                                + " with one, and without it nothing in it can be read. Put it back as "
                                + store.place(name) + '.'));
        if (!SecretChecks.fits(secret, checkValue)) {
            throw new SecretsRefusedException("The secret in " + store.place(name)
                    + " is not the one that this database was begun with. Put the right one back.");
        }
        return secret;
    }

    private static void requireEmpty(boolean logIsEmpty, String what) {
        if (!logIsEmpty) {
            throw new SecretsRefusedException("The log holds events, but the database does not know its " + what
                    + ": the vault's tables are missing from this backup. New secrets are never made for an old log.");
        }
    }
}
