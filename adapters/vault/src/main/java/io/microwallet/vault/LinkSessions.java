package io.microwallet.vault;

import io.microwallet.core.link.LinkId;
import io.microwallet.core.wallet.WalletId;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Who has a balance link open: sessions of 15 minutes from their last use; the cookie itself is stored nowhere. */
public final class LinkSessions {
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    /** Of one link at once; the oldest makes way. */
    public static final int OPEN_MAX = 32;

    private static final int COOKIE_BYTES = 32;

    private static final String SWEEP = "DELETE FROM link_session WHERE partition = ? AND expires_at <= ?";

    private static final String MAKE_WAY = """
            DELETE FROM link_session
             WHERE partition = ? AND link = ?
               AND cookie_hash IN (SELECT cookie_hash FROM link_session WHERE partition = ? AND link = ?
                                    ORDER BY opened_at DESC, cookie_hash OFFSET ?)
            """;

    private static final String OPEN = """
            INSERT INTO link_session (partition, link, cookie_hash, wallet, opened_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String TOUCH = """
            UPDATE link_session SET expires_at = ?
             WHERE partition = ? AND link = ? AND cookie_hash = ? AND expires_at > ?
            RETURNING expires_at
            """;

    private static final String PEEK = """
            SELECT expires_at FROM link_session
             WHERE partition = ? AND link = ? AND cookie_hash = ? AND expires_at > ?
            """;

    private static final String LIST = """
            SELECT opened_at, expires_at FROM link_session
             WHERE partition = ? AND link = ? AND expires_at > ? ORDER BY opened_at DESC
            """;

    private final VaultDatabase database;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** One open session, without what would let anybody in. */
    public record Session(Instant opened, Instant expires) {}

    LinkSessions(VaultDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return the value of the cookie: 256 random bits in base64url */
    public String open(LinkId link, WalletId wallet) {
        var bytes = new byte[COOKIE_BYTES];
        random.nextBytes(bytes);
        var cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        database.inTransaction(connection -> {
            sweep(connection, now);
            makeWay(connection, link);
            return insert(connection, link, cookie, wallet, now);
        });
        return cookie;
    }

    /** Lets a session live on; when it ends now, or empty if it is over, closed or never was. */
    public Optional<Instant> touch(LinkId link, String cookie) {
        var now = clock.instant();
        return database.run(connection -> {
            try (var statement = connection.prepareStatement(TOUCH)) {
                statement.setObject(1, VaultDatabase.timestamp(now.plus(LIFETIME)));
                bindSession(statement, 2, link, cookie);
                statement.setObject(5, VaultDatabase.timestamp(now));
                return firstInstant(statement);
            }
        });
    }

    /** When a session ends, without letting it live on. */
    public Optional<Instant> expiry(LinkId link, String cookie) {
        return database.run(connection -> {
            try (var statement = connection.prepareStatement(PEEK)) {
                bindSession(statement, 1, link, cookie);
                statement.setObject(4, VaultDatabase.timestamp(clock.instant()));
                return firstInstant(statement);
            }
        });
    }

    public void close(LinkId link, String cookie) {
        var sql = "DELETE FROM link_session WHERE partition = ? AND link = ? AND cookie_hash = ?";
        database.run(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                bindSession(statement, 1, link, cookie);
                return statement.executeUpdate();
            }
        });
    }

    /** After a link was revoked; returns how many sessions there were. */
    public int closeAll(LinkId link) {
        return database.run(connection -> {
            try (var statement =
                    connection.prepareStatement("DELETE FROM link_session WHERE partition = ? AND link = ?")) {
                statement.setShort(1, database.partition());
                statement.setObject(2, link.value());
                return statement.executeUpdate();
            }
        });
    }

    /** The open sessions of a link, newest first, at most {@link #OPEN_MAX}. */
    public List<Session> list(LinkId link) {
        return database.run(connection -> {
            try (var statement = connection.prepareStatement(LIST)) {
                statement.setShort(1, database.partition());
                statement.setObject(2, link.value());
                statement.setObject(3, VaultDatabase.timestamp(clock.instant()));
                return sessions(statement);
            }
        });
    }

    /** Part of an erasure. */
    void closeAll(Connection connection, WalletId wallet) throws SQLException {
        try (var statement =
                connection.prepareStatement("DELETE FROM link_session WHERE partition = ? AND wallet = ?")) {
            statement.setShort(1, database.partition());
            statement.setObject(2, wallet.value());
            statement.executeUpdate();
        }
    }

    private void sweep(Connection connection, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement(SWEEP)) {
            statement.setShort(1, database.partition());
            statement.setObject(2, VaultDatabase.timestamp(now));
            statement.executeUpdate();
        }
    }

    private void makeWay(Connection connection, LinkId link) throws SQLException {
        try (var statement = connection.prepareStatement(MAKE_WAY)) {
            statement.setShort(1, database.partition());
            statement.setObject(2, link.value());
            statement.setShort(3, database.partition());
            statement.setObject(4, link.value());
            statement.setInt(5, OPEN_MAX - 1);
            statement.executeUpdate();
        }
    }

    private int insert(Connection connection, LinkId link, String cookie, WalletId wallet, Instant now)
            throws SQLException {
        try (var statement = connection.prepareStatement(OPEN)) {
            bindSession(statement, 1, link, cookie);
            statement.setObject(4, wallet.value());
            statement.setObject(5, VaultDatabase.timestamp(now));
            statement.setObject(6, VaultDatabase.timestamp(now.plus(LIFETIME)));
            return statement.executeUpdate();
        }
    }

    private void bindSession(PreparedStatement statement, int first, LinkId link, String cookie) throws SQLException {
        statement.setShort(first, database.partition());
        statement.setObject(first + 1, link.value());
        statement.setBytes(first + 2, LinkSecrets.sha256(cookie));
    }

    private static Optional<Instant> firstInstant(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                    : Optional.empty();
        }
    }

    private static List<Session> sessions(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var found = new ArrayList<Session>();
            while (rows.next()) {
                found.add(new Session(
                        rows.getObject(1, OffsetDateTime.class).toInstant(),
                        rows.getObject(2, OffsetDateTime.class).toInstant()));
            }
            return found;
        }
    }
}
