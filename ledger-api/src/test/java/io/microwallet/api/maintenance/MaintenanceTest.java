package io.microwallet.api.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.cli.Cli;
import io.microwallet.api.cli.output.Json;
import io.microwallet.api.listing.ListingProjection;
import io.microwallet.api.server.Serve;
import io.microwallet.api.server.ServeSettings;
import io.microwallet.core.books.Books;
import io.microwallet.embedded.EmbeddedDatabase;
import io.microwallet.eventstore.projection.Projections;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** The two commands as an operator uses them, on the data folder that a service leaves. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MaintenanceTest {
    private static final Duration CAUGHT_UP_MAX = Duration.ofSeconds(20);
    private static Path data;

    @BeforeAll
    static void folder() throws IOException {
        var parent = Files.createDirectories(Path.of("target", "maintenance"));
        data = Files.createTempDirectory(parent, "data").toAbsolutePath();
    }

    private static Cli.Result run(String... args) {
        return Cli.run(Cli.with(args, "--data", data.toString()));
    }

    private static JsonNode json(Cli.Result result) {
        return Json.parse(result.out().getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private static void tamper(String sql) throws SQLException {
        try (var database = EmbeddedDatabase.start(data.resolve("postgres"));
                var connection = database.administrator().connect();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    @Test
    @Order(1)
    void a_folder_without_a_database_is_no_sound_one() {
        var result = run("fsck");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("There is no database in", "--data");
        assertThat(data.resolve("postgres")).doesNotExist();
        assertThat(run("fsck", "--fast").exitCode()).isEqualTo(2);
    }

    @Test
    @Order(2)
    void beside_the_service_fsck_reads_and_reindex_is_refused() {
        try (var server = Serve.run(ServeSettings.of(data).withPorts(0, 0))) {
            assertThat(server.url()).isNotNull();
            var sound = run("fsck");
            assertThat(sound.exitCode()).as(sound.out() + sound.err()).isZero();
            assertThat(sound.out()).contains("The books are whole");
            var refused = run("reindex");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("The service is running", "Stop it first");
        }
    }

    @Test
    @Order(3)
    void without_the_service_fsck_starts_the_database_itself() {
        var answer = json(run("fsck", "--json"));
        assertThat(answer.path("sound").asBoolean()).isTrue();
        assertThat(answer.path("events").asLong())
                .isEqualTo(answer.path("position").asLong() + 1);
        assertThat(answer.path("heads").asInt()).isPositive();
        assertThat(answer.path("findings").size()).isZero();
    }

    @Test
    @Order(4)
    void reindex_gives_the_same_indexes_again() {
        var answer = json(run("reindex", "--json"));
        assertThat(answer.path("changed").size()).isZero();
        assertThat(answer.path("before")).isEqualTo(answer.path("after"));
        assertThat(answer.path("after").propertyNames()).contains("event_tag", "request", "control", "indexed");
    }

    @Test
    @Order(5)
    void a_wrong_index_is_named_with_its_position_and_mended() throws SQLException {
        tamper("DELETE FROM request WHERE position = 1");
        var found = run("fsck");
        assertThat(found.exitCode()).isEqualTo(1);
        assertThat(found.out())
                .contains("THE BOOKS ARE NOT WHOLE. The first wrong position is 1", "INDEX_ROW_MISSING")
                .contains("./microwallet reindex");
        assertThat(run("reindex").out()).contains("request", "changed");
        assertThat(run("fsck").exitCode()).isZero();
    }

    @Test
    @Order(6)
    void a_wrong_list_is_named_and_built_anew_by_the_next_start() throws SQLException {
        try (var server = Serve.run(ServeSettings.of(data).withPorts(0, 0))) {
            var last = server.part(Books.class).open().position();
            server.part(Projections.class).awaitCaughtUp(ListingProjection.NAME, last, CAUGHT_UP_MAX);
        }
        tamper("DELETE FROM listed WHERE position = 1");
        assertThat(run("fsck").out())
                .contains("The first wrong position is 1", "PROJECTION_DIFFERS", "./microwallet reindex");
        assertThat(run("reindex").exitCode()).isZero();
        assertThat(run("fsck").exitCode()).isZero();
        try (var server = Serve.run(ServeSettings.of(data).withPorts(0, 0))) {
            var last = server.part(Books.class).open().position();
            server.part(Projections.class).awaitCaughtUp(ListingProjection.NAME, last, CAUGHT_UP_MAX);
        }
        assertThat(run("fsck").exitCode()).isZero();
        tamper("DELETE FROM listed WHERE position = 1");
        assertThat(run("reindex").exitCode()).isZero();
    }

    @Test
    @Order(7)
    void a_wrong_log_is_named_with_its_position_and_left_alone() throws SQLException {
        tamper("UPDATE log SET recorded_at = recorded_at - 1 WHERE position = 1");
        var found = run("fsck", "--json");
        assertThat(found.exitCode()).isEqualTo(1);
        var answer = json(found);
        assertThat(answer.path("firstWrongPosition").asLong(-1)).isEqualTo(1);
        assertThat(answer.at("/findings/0/kind").asString()).isEqualTo("CHAIN_BROKEN");
        assertThat(answer.at("/findings/0/invariant").asInt()).isEqualTo(10);
        assertThat(run("fsck").out()).contains("The log itself is wrong");
    }
}
