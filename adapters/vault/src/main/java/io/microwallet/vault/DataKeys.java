package io.microwallet.vault;

import io.microwallet.vault.crypto.Aead;
import io.microwallet.vault.crypto.Hmac;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;

/** One AES-256 key a subject, wrapped by the key-encryption key: what is sealed under it is readable while its row is there. */
public final class DataKeys {
    private static final int CACHED_MAX = 20_000;
    private static final int TRIES_MAX = 3;

    private static final String CREATE = """
            INSERT INTO data_key (partition, subject, kek_version, wrapped)
            SELECT ?, k.subject, ?, k.wrapped FROM unnest(?::uuid[], ?::bytea[]) AS k(subject, wrapped) ORDER BY k.subject
            ON CONFLICT (partition, subject) DO NOTHING
            """;

    private static final String READ = "SELECT kek_version, wrapped FROM data_key WHERE partition = ? AND subject = ?";
    private static final String READ_ALL =
            "SELECT subject, kek_version, wrapped FROM data_key WHERE partition = ? AND subject = ANY (?)";
    private static final String DELETE = "DELETE FROM data_key WHERE partition = ? AND subject = ?";

    private final VaultDatabase database;
    private final KeyEncryptionKeys keyEncryptionKeys;
    private final ErasableCache<UUID, SecretKey> cached = new ErasableCache<>(CACHED_MAX);

    /** A data key as its row has it. */
    record Wrapped(int version, byte[] bytes) {}

    DataKeys(VaultDatabase database, KeyEncryptionKeys keyEncryptionKeys) {
        this.database = database;
        this.keyEncryptionKeys = keyEncryptionKeys;
    }

    /** Durable when it returns; a subject that has a key keeps it. */
    public void create(UUID subject) {
        create(List.of(subject));
    }

    public void create(Collection<UUID> subjects) {
        if (Rehearsal.isOn()) {
            subjects.forEach(Rehearsal::create);
            return;
        }
        var distinct = subjects.stream().distinct().toArray(UUID[]::new);
        for (var tried = 1; distinct.length > 0; tried++) {
            try {
                insert(distinct, keyEncryptionKeys.current());
                return;
            } catch (VaultUnavailableException e) {
                // A rotation ended between our look at the current version and the insert: the next one is there
                // already.
                if (tried == TRIES_MAX || !e.isForeignKeyViolation()) {
                    throw e;
                }
            }
        }
    }

    /** What is sealed under it is unreadable from now on, in the service at once; nothing happens if there is none. */
    public void destroy(UUID subject) {
        database.run(connection -> {
            delete(connection, subject);
            return subject;
        });
        forget(subject);
    }

    Optional<SecretKey> find(UUID subject) {
        return cached.get(subject, () -> load(subject)).or(() -> Rehearsal.key(subject));
    }

    /** Of those that have one. */
    Map<UUID, SecretKey> find(Set<UUID> subjects) {
        return cached.getAll(subjects, this::load);
    }

    /** Part of an erasure. */
    void delete(Connection connection, UUID subject) throws SQLException {
        try (var statement = connection.prepareStatement(DELETE)) {
            statement.setShort(1, database.partition());
            statement.setObject(2, subject);
            statement.executeUpdate();
        }
    }

    /** After the erasure is committed. */
    void forget(UUID subject) {
        cached.erase(entry -> entry.getKey().equals(subject));
    }

    static byte[] rewrap(KeyEncryptionKeys.Key from, KeyEncryptionKeys.Key to, UUID subject, byte[] wrapped) {
        var name = Hmac.bytes(subject);
        return Aead.seal(to.key(), name, Aead.open(from.key(), name, wrapped));
    }

    private void insert(UUID[] subjects, KeyEncryptionKeys.Key wrapping) {
        var wrapped = new byte[subjects.length][];
        for (var i = 0; i < subjects.length; i++) {
            wrapped[i] = Aead.seal(wrapping.key(), Hmac.bytes(subjects[i]), Aead.randomKey());
        }
        database.run(connection -> {
            try (var statement = connection.prepareStatement(CREATE)) {
                statement.setShort(1, database.partition());
                statement.setInt(2, wrapping.version());
                statement.setArray(3, connection.createArrayOf("uuid", subjects));
                statement.setArray(4, connection.createArrayOf("bytea", wrapped));
                return statement.executeUpdate();
            }
        });
    }

    private Optional<SecretKey> load(UUID subject) {
        for (var tried = 1; tried <= TRIES_MAX; tried++) {
            var row = read(subject);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            var key = unwrap(subject, row.get());
            if (key.isPresent()) {
                return key;
            }
            // It was wrapped anew after we read the row, and the old version is gone: the row has changed.
        }
        throw new IllegalStateException("a data key is wrapped by a version that is not open");
    }

    private Map<UUID, SecretKey> load(Set<UUID> subjects) {
        var keys = new HashMap<UUID, SecretKey>();
        read(subjects)
                .forEach((subject, row) -> unwrap(subject, row)
                        // Its row has changed since.
                        .or(() -> load(subject))
                        .ifPresent(key -> keys.put(subject, key)));
        return keys;
    }

    private Optional<SecretKey> unwrap(UUID subject, Wrapped row) {
        return keyEncryptionKeys
                .version(row.version())
                .map(wrapping -> Aead.key(Aead.open(wrapping.key(), Hmac.bytes(subject), row.bytes())));
    }

    private Optional<Wrapped> read(UUID subject) {
        return database.run(connection -> {
            try (var statement = connection.prepareStatement(READ)) {
                statement.setShort(1, database.partition());
                statement.setObject(2, subject);
                try (var row = statement.executeQuery()) {
                    return row.next() ? Optional.of(new Wrapped(row.getInt(1), row.getBytes(2))) : Optional.empty();
                }
            }
        });
    }

    private Map<UUID, Wrapped> read(Set<UUID> subjects) {
        return database.run(connection -> {
            try (var statement = connection.prepareStatement(READ_ALL)) {
                statement.setShort(1, database.partition());
                statement.setArray(2, connection.createArrayOf("uuid", subjects.toArray()));
                try (var row = statement.executeQuery()) {
                    var found = new HashMap<UUID, Wrapped>();
                    while (row.next()) {
                        found.put(row.getObject(1, UUID.class), new Wrapped(row.getInt(2), row.getBytes(3)));
                    }
                    return found;
                }
            }
        });
    }
}
