package io.microwallet.eventstore;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.embedded.DatabaseLogin;
import io.microwallet.embedded.EmbeddedDatabase;
import io.microwallet.embedded.SharedDatabase;
import io.microwallet.migrations.Migrations;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL whose operator turned off what a crash of the machine is survived by. */
class UnsafeSettingsTest {
    private static final Set<String> SETTINGS = Set.of("fsync", "full_page_writes");

    @TempDir
    private Path directory;

    @Test
    void a_server_that_could_lose_or_tear_a_page_is_refused_until_it_is_safe_again() throws SQLException {
        try (var server = SharedDatabase.alterable(directory, SETTINGS)) {
            var owner = server.owner();
            Migrations.run(
                    owner.url(),
                    owner.user(),
                    owner.password(),
                    server.service().user());
            for (var setting : SETTINGS) {
                set(server, setting, "off");
                assertThatThrownBy(() -> open(server.service()))
                        .isInstanceOf(EventStoreUnavailableException.class)
                        .hasMessageContaining(setting + " off");
                set(server, setting, "on");
                assertThatCode(() -> open(server.service())).doesNotThrowAnyException();
            }
        }
    }

    private static void open(DatabaseLogin login) {
        EventStore.open(Stores.settings(login)).close();
    }

    private static void set(EmbeddedDatabase server, String setting, String value) throws SQLException {
        try (var connection = server.administrator().connect();
                var statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET " + setting + " = " + value);
            statement.execute("SELECT pg_reload_conf()");
        }
        Waiting.until(() -> isSetTo(server.service(), setting, value));
    }

    private static boolean isSetTo(DatabaseLogin login, String setting, String value) {
        try (var connection = login.connect();
                var result = connection.createStatement().executeQuery("SHOW " + setting)) {
            return result.next() && result.getString(1).equals(value);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
