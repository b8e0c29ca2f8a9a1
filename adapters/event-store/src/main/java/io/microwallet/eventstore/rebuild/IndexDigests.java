package io.microwallet.eventstore.rebuild;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** SHA-256 over each index in the order of its key: two indexes with one digest are the same, row by row. */
public final class IndexDigests {
    private static final Map<String, String> KEYS = keys();

    private IndexDigests() {}

    private static Map<String, String> keys() {
        var keys = new LinkedHashMap<String, String>();
        keys.put("event_tag", "kind, id, position");
        keys.put("request", "client, key");
        // The account in the order of its bytes, whatever the database's language is.
        keys.put("control", "ledger, account COLLATE \"C\", currency COLLATE \"C\"");
        keys.put("indexed", "position");
        return keys;
    }

    /** The indexes, in the order in which they are digested. */
    public static List<String> tables() {
        return List.copyOf(KEYS.keySet());
    }

    /** Table and digest in lower-case hex. Take the connection into a transaction for all of them at one moment. */
    public static Map<String, String> of(Connection connection, int partition) throws SQLException {
        var digests = new LinkedHashMap<String, String>();
        for (var table : KEYS.entrySet()) {
            digests.put(table.getKey(), digest(connection, copy(table.getKey(), table.getValue(), partition)));
        }
        return digests;
    }

    private static String copy(String table, String key, int partition) {
        return "COPY (SELECT * FROM %s WHERE partition = %d ORDER BY %s) TO STDOUT".formatted(table, partition, key);
    }

    private static String digest(Connection connection, String copy) throws SQLException {
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException("a digest in memory fails for no reason", e);
        }
    }
}
