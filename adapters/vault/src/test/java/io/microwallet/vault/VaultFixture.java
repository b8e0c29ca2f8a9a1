package io.microwallet.vault;

import io.microwallet.embedded.DatabaseLogin;
import io.microwallet.embedded.SharedDatabase;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.migrations.Migrations;
import io.microwallet.vault.secret.SecretFiles;
import io.microwallet.vault.secret.SecretStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A fresh database, a clock that stands until told, and the vault over both. */
final class VaultFixture {
    final TestDatabase database = SharedDatabase.fresh(Migrations::run);
    final SecretStore secrets;
    Instant now = Instant.parse("2026-11-23T12:00:00Z");

    VaultFixture(Path keys) {
        this(new SecretFiles(keys));
    }

    VaultFixture(SecretStore secrets) {
        this.secrets = secrets;
    }

    Vault open() {
        return open(secrets);
    }

    Vault open(SecretStore other) {
        return Vault.open(connections(), 0, other, clock());
    }

    InstantSource clock() {
        return () -> now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    DataSource connections() {
        var login = database.service();
        var source = new PGSimpleDataSource();
        source.setUrl(login.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    /** As the event store does when it opens. */
    void appendFirstEvent() throws SQLException {
        execute("""
                INSERT INTO log (partition, position, events, recorded_at, body, ends, root, chain, genesis)
                VALUES (0, 0, 1, 1, '[{}]', '{3}', decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'),
                        decode(repeat('00', 32), 'hex'))
                """);
    }

    void execute(String sql) throws SQLException {
        try (var connection = database.administrator().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> query(String sql) throws SQLException {
        return query(database.administrator(), sql);
    }

    private static List<String> query(DatabaseLogin login, String sql) throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
