package io.microwallet.vault;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.crypto.DerivedKeys;
import io.microwallet.vault.crypto.DerivedKeys.Purpose;
import io.microwallet.vault.crypto.Hmac;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Which wallet a client's token means: nothing can be told from the token itself, and two clients' tokens cannot be matched. */
public final class WalletTokens {
    private static final int CACHED_MAX = 100_000;

    private static final String ISSUE = """
            INSERT INTO wallet_token (partition, client, token, token_version, wallet)
            SELECT ?, ?, t.token, ?, t.wallet FROM unnest(?::bytea[], ?::uuid[]) AS t(token, wallet) ORDER BY t.token
            ON CONFLICT (partition, client, token) DO NOTHING
            """;

    // The lock makes an erasure that is under way come before or after, so that no token is left behind it.
    private static final String ISSUE_UNLESS_ERASED = """
            WITH missing AS (
                SELECT t.token, t.wallet FROM unnest(?::bytea[], ?::uuid[]) AS t(token, wallet)
                 WHERE NOT EXISTS (
                    SELECT FROM wallet_token w WHERE w.partition = ? AND w.client = ? AND w.token = t.token)),
            remembered AS (
                SELECT subject FROM data_key
                 WHERE partition = ? AND subject IN (SELECT wallet FROM missing) ORDER BY subject FOR KEY SHARE)
            INSERT INTO wallet_token (partition, client, token, token_version, wallet)
            SELECT ?, ?, m.token, ?, m.wallet FROM missing m JOIN remembered r ON r.subject = m.wallet ORDER BY m.token
            ON CONFLICT (partition, client, token) DO NOTHING
            """;

    private static final String RESOLVE =
            "SELECT wallet FROM wallet_token WHERE partition = ? AND client = ? AND token = ?";

    private static final String BURY = "UPDATE wallet_token SET wallet = NULL WHERE partition = ? AND wallet = ?";

    private final VaultDatabase database;
    private final DerivedKeys keys;
    private final ErasableCache<Name, WalletId> found = new ErasableCache<>(CACHED_MAX);

    private record Name(ClientId client, WalletToken token) {}

    /** What a token means to a client. */
    public sealed interface Resolved {}

    public record Found(WalletId wallet) implements Resolved {}

    /** It was a wallet's; the member is forgotten. */
    public record Erased() implements Resolved {}

    /** Never issued to this client. */
    public record Unknown() implements Resolved {}

    WalletTokens(VaultDatabase database, DerivedKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** The client's token of this version; pure, and no proof that it was issued. */
    public WalletToken of(ClientId client, int version, WalletId wallet) {
        var key = keys.key(Purpose.WALLET_TOKEN, Hmac.bytes(client.value()), Hmac.bytes(version));
        return WalletToken.of(Hmac.of(key, Hmac.bytes(wallet.value())));
    }

    /** Durable when it returns; what was issued before stays as it is, tombstones too. */
    public void issue(ClientId client, int version, Collection<WalletId> wallets) {
        if (wallets.isEmpty() || Rehearsal.isOn()) {
            return;
        }
        var ids = wallets.stream().distinct().map(WalletId::value).toArray(UUID[]::new);
        var tokens = new byte[ids.length][];
        for (var i = 0; i < ids.length; i++) {
            tokens[i] = of(client, version, new WalletId(ids[i])).bytes();
        }
        database.run(connection -> {
            try (var statement = connection.prepareStatement(ISSUE)) {
                statement.setShort(1, database.partition());
                statement.setObject(2, client.value());
                statement.setInt(3, version);
                statement.setArray(4, connection.createArrayOf("bytea", tokens));
                statement.setArray(5, connection.createArrayOf("uuid", ids));
                return statement.executeUpdate();
            }
        });
    }

    /** The same for wallets of any age: one whose member is erased gets no row that says again which wallet a token meant. */
    public void issueUnlessErased(ClientId client, int version, Collection<WalletId> wallets) {
        if (Rehearsal.isOn()) {
            return;
        }
        var ids = wallets.stream().distinct().map(WalletId::value).toArray(UUID[]::new);
        var tokens = new byte[ids.length][];
        for (var i = 0; i < ids.length; i++) {
            tokens[i] = of(client, version, new WalletId(ids[i])).bytes();
        }
        database.run(connection -> {
            try (var statement = connection.prepareStatement(ISSUE_UNLESS_ERASED)) {
                statement.setArray(1, connection.createArrayOf("bytea", tokens));
                statement.setArray(2, connection.createArrayOf("uuid", ids));
                statement.setShort(3, database.partition());
                statement.setObject(4, client.value());
                statement.setShort(5, database.partition());
                statement.setShort(6, database.partition());
                statement.setObject(7, client.value());
                statement.setInt(8, version);
                return statement.executeUpdate();
            }
        });
    }

    public Resolved resolve(ClientId client, WalletToken token) {
        var known = new Resolved[] {new Unknown()};
        var wallet = found.get(new Name(client, token), () -> {
            known[0] = lookUp(client, token);
            return known[0] instanceof Found it ? Optional.of(it.wallet()) : Optional.empty();
        });
        return wallet.<Resolved>map(Found::new).orElse(known[0]);
    }

    /** Part of an erasure: the rows stay, without the wallet. */
    void bury(Connection connection, WalletId wallet) throws SQLException {
        try (var statement = connection.prepareStatement(BURY)) {
            statement.setShort(1, database.partition());
            statement.setObject(2, wallet.value());
            statement.executeUpdate();
        }
    }

    /** After the erasure is committed. */
    void forget(WalletId wallet) {
        found.erase(entry -> entry.getValue().equals(wallet));
    }

    private Resolved lookUp(ClientId client, WalletToken token) {
        return database.run(connection -> {
            try (var statement = connection.prepareStatement(RESOLVE)) {
                statement.setShort(1, database.partition());
                statement.setObject(2, client.value());
                statement.setBytes(3, token.bytes());
                try (var row = statement.executeQuery()) {
                    if (!row.next()) {
                        return new Unknown();
                    }
                    var wallet = row.getObject(1, UUID.class);
                    return wallet == null ? new Erased() : new Found(new WalletId(wallet));
                }
            }
        });
    }
}
