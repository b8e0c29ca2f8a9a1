package io.microwallet.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SharedDatabaseTest {
    @Test
    void each_asker_gets_a_database_of_its_own_on_one_server() throws SQLException {
        var one = SharedDatabase.fresh(SharedDatabaseTest::createTable);
        var other = SharedDatabase.fresh(SharedDatabaseTest::createTable);
        try (var connection = one.service().connect();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO kept VALUES (1)");
        }
        assertThat(count(one)).isEqualTo(1);
        assertThat(count(other)).isZero();
        assertThat(one.service().url().replaceAll("/[^/]*$", ""))
                .isEqualTo(other.service().url().replaceAll("/[^/]*$", ""));
    }

    @Test
    void the_connections_of_the_service_can_be_cut() throws SQLException {
        var database = SharedDatabase.empty();
        try (var connection = database.service().connect();
                var statement = connection.createStatement()) {
            statement.execute("SELECT 1");
            assertThat(database.terminateServiceBackends()).isEqualTo(1);
            assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void one_connection_can_be_cut_by_its_pid() throws SQLException {
        var database = SharedDatabase.empty();
        try (var connection = database.service().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            assertThat(database.terminateBackend(row.getInt(1))).isTrue();
            assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
        }
    }

    private static void createTable(String url, String user, String password, String serviceUser) {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (n int)");
            statement.execute("GRANT SELECT, INSERT ON kept TO " + serviceUser);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static int count(TestDatabase database) throws SQLException {
        try (var connection = database.service().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM kept")) {
            row.next();
            return row.getInt(1);
        }
    }
}
