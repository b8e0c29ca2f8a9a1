package io.microwallet.vault;

import io.microwallet.vault.crypto.Aead;
import io.microwallet.vault.crypto.Hmac;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows by which a secret outside is recognised: an HMAC under it, from which it cannot be found. */
final class SecretChecks {
    private static final String ERASE_FIRST = "destroy ";

    private final short partition;

    SecretChecks(short partition) {
        this.partition = partition;
    }

    static byte[] checkValue(byte[] secret) {
        return Hmac.of(Aead.key(secret), Hmac.bytes("MicroWallet check value"));
    }

    static boolean fits(byte[] secret, byte[] checkValue) {
        return MessageDigest.isEqual(checkValue(secret), checkValue);
    }

    /** Two services that open an empty database at once must not both make secrets for it. */
    void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("LOCK TABLE secret_check IN SHARE ROW EXCLUSIVE MODE")) {
            statement.execute();
        }
    }

    boolean logIsEmpty(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT NOT EXISTS (SELECT FROM log WHERE partition = ?)")) {
            statement.setShort(1, partition);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    Optional<byte[]> of(Connection connection, String name) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT check_value FROM secret_check WHERE partition = ? AND name = ?")) {
            statement.setShort(1, partition);
            statement.setString(2, name);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    void record(Connection connection, String name, byte[] checkValue, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO secret_check (partition, name, check_value, created_at) VALUES (?, ?, ?, ?)")) {
            statement.setShort(1, partition);
            statement.setString(2, name);
            statement.setBytes(3, checkValue);
            statement.setObject(4, VaultDatabase.timestamp(now));
            statement.executeUpdate();
        }
    }

    /** The check values of the key-encryption keys in use, by version. */
    SortedMap<Integer, byte[]> keyEncryptionKeys(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT version, check_value FROM key_encryption_key WHERE partition = ?")) {
            statement.setShort(1, partition);
            try (var rows = statement.executeQuery()) {
                var found = new TreeMap<Integer, byte[]>();
                while (rows.next()) {
                    found.put(rows.getInt(1), rows.getBytes(2));
                }
                return found;
            }
        }
    }

    void recordKeyEncryptionKey(Connection connection, int version, byte[] checkValue, Instant now)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO key_encryption_key (partition, version, check_value, created_at) VALUES (?, ?, ?, ?)")) {
            statement.setShort(1, partition);
            statement.setInt(2, version);
            statement.setBytes(3, checkValue);
            statement.setObject(4, VaultDatabase.timestamp(now));
            statement.executeUpdate();
        }
    }

    /**
     * Ends the use of a version and notes, in the same transaction, that its secret must still be destroyed. PostgreSQL refuses it while
     * anything is wrapped by that version.
     */
    void retire(Connection connection, int version, String secretName, byte[] checkValue, Instant now)
            throws SQLException {
        record(connection, ERASE_FIRST + secretName, checkValue, now);
        try (var statement =
                connection.prepareStatement("DELETE FROM key_encryption_key WHERE partition = ? AND version = ?")) {
            statement.setShort(1, partition);
            statement.setInt(2, version);
            statement.executeUpdate();
        }
    }

    /** The names of secrets that are out of use but may still be there. */
    List<String> toDestroy(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT name FROM secret_check WHERE partition = ? AND starts_with(name, ?)")) {
            statement.setShort(1, partition);
            statement.setString(2, ERASE_FIRST);
            try (var rows = statement.executeQuery()) {
                var names = new ArrayList<String>();
                while (rows.next()) {
                    names.add(rows.getString(1).substring(ERASE_FIRST.length()));
                }
                return names;
            }
        }
    }

    void destroyed(Connection connection, String secretName) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM secret_check WHERE partition = ? AND name = ?")) {
            statement.setShort(1, partition);
            statement.setString(2, ERASE_FIRST + secretName);
            statement.executeUpdate();
        }
    }
}
