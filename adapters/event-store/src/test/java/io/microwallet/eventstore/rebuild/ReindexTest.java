package io.microwallet.eventstore.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.eventstore.EventStore;
import io.microwallet.eventstore.Stores;
import io.microwallet.eventstore.check.Booked;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReindexTest {
    private Booked booked;

    @BeforeEach
    void a_store_that_was_written_and_closed() throws Exception {
        booked = Booked.sound();
    }

    private Reindex.Report reindex(ProjectionTables... projections) throws Exception {
        try (var owner = booked.database.owner().connect()) {
            return Reindex.run(owner, 0, List.of(projections), Reindex.Progress.NONE);
        }
    }

    private Map<String, String> digests() throws SQLException {
        try (var connection = booked.database.service().connect()) {
            return IndexDigests.of(connection, 0);
        }
    }

    private void tamper(String... statements) throws SQLException {
        try (var connection = booked.database.administrator().connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void the_indexes_that_are_built_anew_are_the_same() throws Exception {
        var report = reindex();
        assertThat(report.changed()).isEmpty();
        assertThat(report.position()).isEqualTo(Booked.LAST);
        assertThat(report.before().keySet()).containsExactlyElementsOf(IndexDigests.tables());
        assertThat(digests()).isEqualTo(report.before());
    }

    @Test
    void what_was_done_to_the_indexes_is_undone() throws Exception {
        var sound = digests();
        tamper(
                "DELETE FROM event_tag WHERE position > 8",
                "INSERT INTO event_tag VALUES (0, 6, gen_random_uuid(), 7)",
                "UPDATE request SET position = 1 WHERE position = 9",
                "UPDATE control SET debits = debits + 1",
                "UPDATE indexed SET position = 99");
        assertThat(booked.fsck().isSound()).isFalse();
        var report = reindex();
        assertThat(report.changed()).containsExactlyElementsOf(IndexDigests.tables());
        assertThat(report.after()).isEqualTo(sound);
        assertThat(digests()).isEqualTo(sound);
        assertThat(booked.fsck().isSound()).isTrue();
    }

    @Test
    void a_rows_of_another_partition_stay() throws Exception {
        tamper(
                "INSERT INTO log SELECT 1, position, events, recorded_at, body, ends, root, chain, genesis FROM log WHERE position = 0",
                "INSERT INTO event_tag VALUES (1, 6, gen_random_uuid(), 0)");
        reindex();
        try (var connection = booked.database.service().connect();
                var result = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM event_tag WHERE partition = 1")) {
            result.next();
            assertThat(result.getLong(1)).isEqualTo(1);
        }
        assertThat(booked.fsck().isSound()).isTrue();
    }

    @Test
    void it_is_refused_while_a_writer_is_open() throws Exception {
        var sound = digests();
        try (var store = EventStore.open(Stores.settings(booked.database))) {
            assertThat(store.health().serving()).isTrue();
            assertThatThrownBy(this::reindex).isInstanceOf(WriterOpenException.class);
        }
        assertThat(digests().get("event_tag")).isEqualTo(sound.get("event_tag"));
        reindex();
    }

    @Test
    void the_services_own_role_may_not() throws Exception {
        try (var service = booked.database.service().connect()) {
            assertThatThrownBy(() -> Reindex.run(service, 0, List.of(), Reindex.Progress.NONE))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
        assertThat(booked.fsck().isSound()).isTrue();
    }

    @Test
    void a_projection_begins_anew() throws Exception {
        tamper(
                "INSERT INTO token_entry (processor_name, segment, mask) VALUES ('listing', 0, 0), ('other', 0, 0)",
                "INSERT INTO listed (partition, ledger, kind, position, subject) VALUES (0, gen_random_uuid(), 1, 1, gen_random_uuid())");
        reindex(new ProjectionTables("listing", List.of("listed")));
        try (var connection = booked.database.service().connect();
                var result = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT (SELECT count(*) FROM listed), string_agg(processor_name, ',') FROM token_entry")) {
            result.next();
            assertThat(result.getLong(1)).isZero();
            assertThat(result.getString(2)).isEqualTo("other");
        }
    }

    @Test
    void a_log_that_cannot_be_read_leaves_the_indexes_as_they_were() throws Exception {
        var sound = digests();
        tamper("UPDATE log SET body = set_byte(body, 5, 0) WHERE position = 7");
        assertThatThrownBy(this::reindex).isInstanceOf(IllegalArgumentException.class);
        assertThat(digests()).isEqualTo(sound);
    }
}
