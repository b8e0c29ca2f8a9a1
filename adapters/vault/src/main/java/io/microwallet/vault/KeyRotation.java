package io.microwallet.vault;

import io.microwallet.vault.secret.SecretStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wraps every data key anew and destroys the old key-encryption key: from then on no backup can bring back a member who was
 * erased. Each step is durable before the next and can be cut off: the next run goes on from there.
 */
public final class KeyRotation {
    public static final Duration INTERVAL = Duration.ofDays(30);
    static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);

    private static final String OLDEST = """
            SELECT subject, wrapped FROM data_key
             WHERE partition = ? AND kek_version = ?
             ORDER BY subject LIMIT ? FOR UPDATE
            """;

    /** The old version is named again: what was erased or wrapped anew in between stays as it is. */
    private static final String REWRAP = """
            UPDATE data_key d SET kek_version = ?, wrapped = k.wrapped
              FROM unnest(?::uuid[], ?::bytea[]) AS k(subject, wrapped)
             WHERE d.partition = ? AND d.subject = k.subject AND d.kek_version = ?
            """;

    private static final String NEWEST = "SELECT max(created_at) FROM key_encryption_key WHERE partition = ?";

    private final VaultDatabase database;
    private final SecretStore store;
    private final SecretChecks checks;
    private final KeyEncryptionKeys keys;
    private final InstantSource clock;

    private record Row(UUID subject, byte[] wrapped) {}

    KeyRotation(
            VaultDatabase database,
            SecretStore store,
            SecretChecks checks,
            KeyEncryptionKeys keys,
            InstantSource clock) {
        this.database = database;
        this.store = store;
        this.checks = checks;
        this.keys = keys;
        this.clock = clock;
    }

    /** At every start and once a day: finishes what was cut off, and rotates when {@link #INTERVAL} is over. */
    public synchronized void rotateIfDue() {
        finish();
        if (!clock.instant().isBefore(newest().toInstant().plus(INTERVAL))) {
            rotate();
        }
    }

    /** A new key-encryption key for all data keys; the old one is destroyed when it returns. */
    public synchronized void rotate() {
        begin();
        finish();
    }

    /** From here on new data keys are wrapped by the new version. */
    void begin() {
        var next = KeyEncryptionKeys.make(store, keys.current().version() + 1);
        database.inTransaction(connection -> {
            checks.recordKeyEncryptionKey(connection, next.version(), next.checkValue(), clock.instant());
            return next;
        });
        keys.add(next);
    }

    private void finish() {
        for (var old : List.copyOf(keys.older().values())) {
            do {
                rewrapAll(old);
            } while (!retire(old));
        }
        destroyRetired();
    }

    private void rewrapAll(KeyEncryptionKeys.Key old) {
        var rewrapped = 0;
        for (var batch = rewrapBatch(old); batch > 0; batch = rewrapBatch(old)) {
            rewrapped += batch;
        }
        LOG.info(
                "{} data keys went from key-encryption key {} to {}",
                rewrapped,
                old.version(),
                keys.current().version());
    }

    /** @return how many keys it wrapped anew, at most {@link #BATCH} */
    int rewrapBatch(KeyEncryptionKeys.Key old) {
        return database.inTransaction(connection -> {
            var rows = oldest(connection, old.version());
            return rows.isEmpty() ? 0 : rewrap(connection, old, rows);
        });
    }

    /** @return false if a call that had looked before the rotation began wrapped another data key by the old version */
    boolean retire(KeyEncryptionKeys.Key old) {
        try {
            database.inTransaction(connection -> {
                checks.retire(connection, old.version(), old.secretName(), old.checkValue(), clock.instant());
                return old;
            });
        } catch (VaultUnavailableException e) {
            if (e.isForeignKeyViolation()) {
                return false;
            }
            throw e;
        }
        keys.remove(old.version());
        return true;
    }

    private void destroyRetired() {
        for (var name : database.run(checks::toDestroy)) {
            store.destroy(name);
            database.run(connection -> {
                checks.destroyed(connection, name);
                return name;
            });
        }
    }

    private List<Row> oldest(Connection connection, int version) throws SQLException {
        try (var statement = connection.prepareStatement(OLDEST)) {
            statement.setShort(1, database.partition());
            statement.setInt(2, version);
            statement.setInt(3, BATCH);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<Row>();
                while (rows.next()) {
                    found.add(new Row(rows.getObject(1, UUID.class), rows.getBytes(2)));
                }
                return found;
            }
        }
    }

    private int rewrap(Connection connection, KeyEncryptionKeys.Key old, List<Row> rows) throws SQLException {
        var to = keys.current();
        var subjects = rows.stream().map(Row::subject).toArray(UUID[]::new);
        var wrapped = rows.stream()
                .map(row -> DataKeys.rewrap(old, to, row.subject(), row.wrapped()))
                .toArray(byte[][]::new);
        try (var statement = connection.prepareStatement(REWRAP)) {
            statement.setInt(1, to.version());
            statement.setArray(2, connection.createArrayOf("uuid", subjects));
            statement.setArray(3, connection.createArrayOf("bytea", wrapped));
            statement.setShort(4, database.partition());
            statement.setInt(5, old.version());
            return statement.executeUpdate();
        }
    }

    private OffsetDateTime newest() {
        return database.run(connection -> {
            try (var statement = connection.prepareStatement(NEWEST)) {
                statement.setShort(1, database.partition());
                try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getObject(1, OffsetDateTime.class);
                }
            }
        });
    }
}
