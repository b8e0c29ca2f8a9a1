package io.microwallet.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedDatabaseTest {
    /** Under a second on an idle machine; waiting for the old server's port or lock would take a minute. */
    private static final Duration QUICK = Duration.ofSeconds(10);

    @TempDir
    Path dir;

    @Test
    void it_is_a_durable_checksummed_PostgreSQL_18_on_loopback_only() throws SQLException {
        try (var database = EmbeddedDatabase.start(dir)) {
            assertThat(show(database.service(), "server_version")).startsWith("18.");
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
                assertThat(show(database.service(), setting)).as(setting).isEqualTo("on");
            }
            assertThat(show(database.service(), "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(database.administrator(), "unix_socket_directories"))
                    .isEmpty();
            assertThat(show(database.service(), "min_wal_size")).isEqualTo(show(database.service(), "max_wal_size"));
        }
    }

    @Test
    void nobody_gets_in_without_the_password() throws SQLException {
        try (var database = EmbeddedDatabase.start(dir)) {
            for (var user : new String[] {"postgres", DatabaseRoles.OWNER, DatabaseRoles.SERVICE}) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.serviceUrl(), user, "guess"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void secrets_are_files_that_only_their_owner_reads() throws IOException {
        EmbeddedDatabase.start(dir).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("credentials"))))
                .isEqualTo("rw-------");
        assertThat(dir.resolve("initdb.password")).doesNotExist();
    }

    @Test
    void the_service_may_create_nothing_and_the_owner_may() throws SQLException {
        try (var database = EmbeddedDatabase.start(dir)) {
            execute(database.owner(), "CREATE TABLE kept (n int)");
            for (var ddl : new String[] {"CREATE TABLE t (n int)", "CREATE TEMP TABLE t (n int)", "CREATE SCHEMA s"}) {
                assertThatThrownBy(() -> execute(database.service(), ddl))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
            assertThat(query(database.service(), "SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("false");
        }
    }

    @Test
    void a_restart_keeps_the_rows_the_port_and_the_passwords() throws SQLException {
        DatabaseLogin before;
        try (var database = EmbeddedDatabase.start(dir)) {
            before = database.owner();
            execute(before, "CREATE TABLE kept AS SELECT 42 AS n");
        }
        try (var database = EmbeddedDatabase.start(dir)) {
            assertThat(database.owner()).isEqualTo(before);
            assertThat(query(before, "SELECT n FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void a_port_that_somebody_else_took_is_changed() throws SQLException, IOException {
        EmbeddedDatabase.start(dir).close();
        var port = Credentials.read(dir.resolve("credentials")).port();
        try (var other = new ServerSocket(port);
                var database = EmbeddedDatabase.start(dir)) {
            assertThat(other.getLocalPort()).isEqualTo(port);
            assertThat(database.serviceUrl()).doesNotContain(":" + port + "/");
            assertThat(query(database.service(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_second_start_on_the_directory_is_refused_with_a_clear_message() throws Exception {
        try (var database = EmbeddedDatabase.start(dir)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(dir))
                    .isInstanceOf(DirectoryInUseException.class)
                    .hasMessageContaining("Another MicroWallet is running on " + dir);
            var second = holder();
            assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isNotZero();
            assertThat(query(database.service(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void after_kill_9_of_the_process_the_next_start_is_quick_and_finds_every_row() throws Exception {
        var holder = holder();
        var url = firstLine(holder);
        var password = Credentials.read(dir.resolve("credentials")).owner();
        execute(new DatabaseLogin(url, DatabaseRoles.OWNER, password), "CREATE TABLE kept AS SELECT 42 AS n");
        holder.destroyForcibly().waitFor();

        var start = System.nanoTime();
        try (var database = EmbeddedDatabase.start(dir)) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICK);
            assertThat(query(database.owner(), "SELECT n FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void a_stale_pid_file_that_names_a_strange_process_harms_nobody() throws Exception {
        EmbeddedDatabase.start(dir).close();
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(dir.resolve("data/postmaster.pid"), stranger.pid() + "\n" + dir.resolve("data") + "\n");
            EmbeddedDatabase.start(dir).close();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_directory_with_other_files_is_refused_and_left_alone() throws IOException {
        Files.writeString(dir.resolve("holiday.jpg"), "x");
        assertThatThrownBy(() -> EmbeddedDatabase.start(dir))
                .isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessageContaining("is no embedded database of MicroWallet");
        try (var files = Files.list(dir)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_first_start_that_was_cut_off_is_completed_by_the_next() throws SQLException, IOException {
        Files.writeString(dir.resolve("microwallet-postgres"), "layout 1");
        Files.createDirectories(dir.resolve("data.unfinished/base"));
        Files.createDirectories(dir.resolve("software/unfinished/bin"));
        try (var database = EmbeddedDatabase.start(dir)) {
            assertThat(query(database.service(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_server_that_cannot_start_says_what_its_log_says() throws IOException {
        EmbeddedDatabase.start(dir).close();
        Files.writeString(dir.resolve("data/postgresql.conf"), "no_such_setting = 1\n");
        assertThatThrownBy(() -> EmbeddedDatabase.start(dir))
                .isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessageContaining("unrecognized configuration parameter \"no_such_setting\"");
    }

    @Test
    void the_data_of_another_version_is_refused() throws IOException {
        EmbeddedDatabase.start(dir).close();
        Files.writeString(dir.resolve("data/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedDatabase.start(dir)).hasMessageContaining("was made by PostgreSQL 17");
    }

    private Process holder() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsDatabase.class.getName(),
                        dir.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String firstLine(Process process) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("jdbc:")) {
                return line;
            }
        }
        throw new AssertionError("the process ended without a database");
    }

    private static String show(DatabaseLogin login, String setting) throws SQLException {
        return query(login, "SHOW " + setting);
    }

    private static String query(DatabaseLogin login, String sql) throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(DatabaseLogin login, String sql) throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
