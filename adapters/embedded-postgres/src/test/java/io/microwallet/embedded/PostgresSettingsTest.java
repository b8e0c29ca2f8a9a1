package io.microwallet.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresSettingsTest {
    @ParameterizedTest
    @CsvSource({"1, 128MB", "4, 256MB", "8, 512MB", "64, 1024MB"})
    void buffers_grow_with_the_machine_within_bounds(long gibibytes, String buffers) {
        assertThat(PostgresSettings.forMemory(gibibytes << 30)).containsEntry("shared_buffers", buffers);
    }

    @ParameterizedTest
    @CsvSource({"fsync", "synchronous_commit", "full_page_writes"})
    void nothing_that_is_committed_is_ever_lost_for_speed(String setting) {
        assertThat(PostgresSettings.forMemory(PostgresSettings.memory())).containsEntry(setting, "on");
    }
}
