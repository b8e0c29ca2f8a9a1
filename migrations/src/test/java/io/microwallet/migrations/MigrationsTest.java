package io.microwallet.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.embedded.DatabaseLogin;
import io.microwallet.embedded.SharedDatabase;
import io.microwallet.embedded.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private static final String TABLES = """
            SELECT relname FROM pg_class
             WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> 'flyway_schema_history'
             ORDER BY relname
            """;

    private static TestDatabase database;

    @BeforeAll
    static void migrate() {
        database = SharedDatabase.fresh(Migrations::run);
    }

    @Test
    void the_newest_version_is_the_one_that_a_fresh_database_gets() throws SQLException {
        assertThat(query(database.service(), "SELECT max(version::int) FROM flyway_schema_history WHERE success"))
                .containsExactly(Integer.toString(Migrations.NEWEST_VERSION));
    }

    @Test
    void flyway_is_asked_no_more_once_the_history_ends_with_the_newest_script() throws SQLException {
        var newest = "SELECT checksum FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1";
        assertThat(query(database.service(), newest)).containsExactly(Integer.toString(Migrations.NEWEST_CHECKSUM));
    }

    @Test
    void a_history_that_ends_with_another_script_of_that_number_is_refused() throws SQLException {
        var other = SharedDatabase.fresh(Migrations::run);
        execute(
                other.owner(),
                "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '" + Migrations.NEWEST_VERSION + "'");
        assertThatThrownBy(() -> run(other, other.service().user()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void a_history_that_lacks_the_newest_script_is_continued_with_what_was_there() throws SQLException {
        var other = SharedDatabase.fresh(Migrations::run);
        execute(other.owner(), """
                CREATE INDEX listed_by_client ON listed (client);
                ALTER TABLE text_index DROP CONSTRAINT text_index_pkey, ALTER COLUMN hmac TYPE bytea USING NULL;
                ALTER TABLE text_index ADD CONSTRAINT text_index_hmac_check CHECK (octet_length(hmac) = 32),
                    ADD PRIMARY KEY (partition, ledger, hmac, kind, position);
                INSERT INTO text_index (partition, ledger, hmac, kind, position, subject)
                VALUES (0, gen_random_uuid(), sha256('order-42'), 1, 1, gen_random_uuid());
                DELETE FROM flyway_schema_history WHERE version = '8'""");
        run(other, other.service().user());
        assertThat(query(other.owner(), "SELECT to_regclass('listed_by_client') IS NULL"))
                .containsExactly("t");
        assertThat(query(other.owner(), "SELECT replace(hmac::text, '-', '') FROM text_index"))
                .isEqualTo(query(other.owner(), "SELECT left(encode(sha256('order-42'), 'hex'), 32)"));
    }

    @Test
    void the_service_may_read_and_add_in_the_log_and_nothing_else() throws SQLException {
        for (var table : query(database.owner(), TABLES)) {
            var expected = table.equals("log") ? "INSERT SELECT" : "DELETE INSERT SELECT UPDATE";
            assertThat(privileges(table)).as(table).isEqualTo(expected);
        }
        assertThat(privileges("flyway_schema_history")).isEqualTo("SELECT");
    }

    @Test
    void every_key_holds_the_partition_but_for_those_of_axon_and_flyway() throws SQLException {
        var without = query(database.owner(), """
                SELECT i.indrelid::regclass::text FROM pg_index i
                 WHERE i.indisunique
                   AND i.indrelid::regclass::text NOT IN ('token_entry', 'flyway_schema_history')
                   AND i.indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
                   AND NOT EXISTS (SELECT FROM pg_attribute a
                                    WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) AND a.attname = 'partition')
                """);
        assertThat(without).isEmpty();
        assertThat(query(database.owner(), TABLES)).contains("log", "request", "data_key", "listed");
    }

    @Test
    void running_again_changes_nothing_and_repairs_the_grants() throws SQLException {
        execute(
                database.owner(),
                "GRANT TRUNCATE ON data_key TO " + database.service().user());
        execute(
                database.owner(),
                "REVOKE SELECT ON listed FROM " + database.service().user());
        run(database, database.service().user());
        assertThat(privileges("data_key")).isEqualTo("DELETE INSERT SELECT UPDATE");
        assertThat(privileges("listed")).isEqualTo("DELETE INSERT SELECT UPDATE");
    }

    @Test
    void a_user_with_a_name_that_bites_is_quoted() throws SQLException {
        var name = "o'brien \"; DROP TABLE data_key; --${x}";
        execute(database.administrator(), "DROP ROLE IF EXISTS \"" + name.replace("\"", "\"\"") + '"');
        execute(database.administrator(), "CREATE ROLE \"" + name.replace("\"", "\"\"") + '"');
        var other = SharedDatabase.empty();
        run(other, name);
        assertThat(query(
                        other.owner(),
                        "SELECT has_table_privilege('" + name.replace("'", "''") + "', 'data_key', 'DELETE')"))
                .containsExactly("t");
        execute(other.administrator(), "DROP OWNED BY \"" + name.replace("\"", "\"\"") + '"');
        execute(other.administrator(), "DROP ROLE \"" + name.replace("\"", "\"\"") + '"');
    }

    @Test
    void a_user_that_does_not_exist_is_named_and_not_created() throws SQLException {
        assertThatThrownBy(() -> run(SharedDatabase.empty(), "nobody_here"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("\"nobody_here\" does not exist");
        assertThat(query(database.owner(), "SELECT 1 FROM pg_roles WHERE rolname = 'nobody_here'"))
                .isEmpty();
    }

    @Test
    void a_service_that_is_the_owner_is_refused() {
        var other = SharedDatabase.empty();
        assertThatThrownBy(() -> run(other, other.owner().user()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("Give the service a user of its own");
    }

    @Test
    void a_schema_where_everybody_may_create_tables_is_refused() throws SQLException {
        var other = SharedDatabase.empty();
        execute(other.administrator(), "GRANT CREATE ON SCHEMA public TO PUBLIC");
        assertThatThrownBy(() -> run(other, other.service().user()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    }

    private static void run(TestDatabase target, String serviceUser) {
        var owner = target.owner();
        Migrations.run(owner.url(), owner.user(), owner.password(), serviceUser);
    }

    private static String privileges(String table) throws SQLException {
        return String.join(
                " ",
                query(
                        database.owner(),
                        "SELECT privilege_type FROM information_schema.role_table_grants WHERE grantee = '"
                                + database.service().user() + "' AND table_name = '" + table + "' ORDER BY 1"));
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

    private static void execute(DatabaseLogin login, String sql) throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
