package io.microwallet.eventstore;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.embedded.DatabaseLogin;
import io.microwallet.embedded.SharedDatabase;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.migrations.Migrations;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreGuardTest {
    private static final Optional<String> NEWEST = Optional.of(Integer.toString(Migrations.NEWEST_VERSION));
    private final TestDatabase database = Stores.database();

    private static void check(DatabaseLogin login, Optional<String> schema) throws SQLException {
        try (var connection = login.connect()) {
            StoreGuard.check(connection, schema);
        }
    }

    private static void assertRefused(DatabaseLogin login, Optional<String> schema, String why) {
        assertThatThrownBy(() -> check(login, schema))
                .isInstanceOf(EventStoreUnavailableException.class)
                .hasMessageContaining(why);
    }

    private void asOwner(String sql) throws SQLException {
        as(database.owner(), sql);
    }

    private void asAdministrator(String sql) throws SQLException {
        as(database.administrator(), sql);
    }

    private static void as(DatabaseLogin login, String sql) throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void the_services_role_on_the_newest_schema_is_welcome() {
        assertThatCode(() -> check(database.service(), NEWEST)).doesNotThrowAnyException();
    }

    @Test
    void owner_and_superuser_are_refused() {
        assertRefused(database.owner(), NEWEST, "owns the log");
        assertRefused(database.administrator(), NEWEST, "superuser");
    }

    @Test
    void a_role_that_could_change_the_log_is_refused() throws SQLException {
        for (var right : new String[] {"UPDATE", "DELETE", "TRUNCATE"}) {
            asOwner("GRANT " + right + " ON log TO " + database.service().user());
            assertRefused(database.service(), NEWEST, "may " + right);
            asOwner("REVOKE " + right + " ON log FROM " + database.service().user());
        }
    }

    @Test
    void a_right_to_one_column_of_the_log_is_enough_to_be_refused() throws SQLException {
        asOwner("GRANT UPDATE (body) ON log TO " + database.service().user());
        assertRefused(database.service(), NEWEST, "may UPDATE");
        asOwner("REVOKE UPDATE (body) ON log FROM " + database.service().user());
    }

    @Test
    void a_role_that_could_become_one_with_such_rights_is_refused() throws SQLException {
        var service = database.service().user();
        var other = "\"editors of " + service + "\"";
        asAdministrator("CREATE ROLE " + other + " NOINHERIT");
        asOwner("GRANT DELETE ON log TO " + other);
        asAdministrator("ALTER ROLE " + service + " NOINHERIT");
        asAdministrator("GRANT " + other + " TO " + service);
        try {
            assertRefused(database.service(), NEWEST, "may DELETE");
        } finally {
            asAdministrator("REVOKE " + other + " FROM " + service);
            asOwner("REVOKE DELETE ON log FROM " + other);
            asAdministrator("ALTER ROLE " + service + " INHERIT");
            asAdministrator("DROP ROLE " + other);
        }
    }

    @Test
    void a_member_of_the_logs_owner_is_refused() throws SQLException {
        var membership = database.owner().user() + " TO " + database.service().user();
        asAdministrator("GRANT " + membership);
        try {
            assertRefused(database.service(), NEWEST, "owns the log");
        } finally {
            asAdministrator("REVOKE " + membership.replace(" TO ", " FROM "));
        }
    }

    @Test
    void a_role_that_may_create_tables_is_refused() throws SQLException {
        asOwner("GRANT CREATE ON SCHEMA public TO " + database.service().user());
        assertRefused(database.service(), NEWEST, "may CREATE");
        asOwner("REVOKE CREATE ON SCHEMA public FROM " + database.service().user());
    }

    @Test
    void another_schema_is_refused_with_the_command_to_run() {
        assertRefused(database.service(), Optional.of("999"), "./microwallet migrate");
        assertRefused(SharedDatabase.empty().service(), NEWEST, "./microwallet migrate");
    }

    @Test
    void a_database_that_forgets_commits_is_refused() {
        var login = database.service();
        var forgetful = new DatabaseLogin(
                login.url() + (login.url().contains("?") ? "&" : "?") + "options=-c%20synchronous_commit=off",
                login.user(),
                login.password());
        assertRefused(forgetful, NEWEST, "synchronous_commit");
    }
}
