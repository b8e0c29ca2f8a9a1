package io.microwallet.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.privacy.SealedText;
import io.microwallet.vault.crypto.BrokenSealException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedTextsTest {
    private static final UUID SUBJECT = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private VaultFixture fixture;
    private Vault vault;

    @BeforeEach
    void open(@TempDir Path keys) {
        fixture = new VaultFixture(keys);
        vault = fixture.open();
        vault.dataKeys().create(List.of(SUBJECT, OTHER));
    }

    @Test
    void a_text_opens_for_its_subject_also_after_a_restart() {
        var sealed = vault.sealedTexts().seal(SUBJECT, "Zoë, stall 7 🎈");
        assertThat(vault.sealedTexts().open(SUBJECT, sealed)).contains("Zoë, stall 7 🎈");
        assertThat(fixture.open().sealedTexts().open(SUBJECT, sealed)).contains("Zoë, stall 7 🎈");
    }

    @Test
    void the_same_text_looks_different_each_time() {
        assertThat(vault.sealedTexts().seal(SUBJECT, "x"))
                .isNotEqualTo(vault.sealedTexts().seal(SUBJECT, "x"));
    }

    @Test
    void a_text_of_another_subject_does_not_open() {
        var sealed = vault.sealedTexts().seal(SUBJECT, "x");
        assertThatThrownBy(() -> vault.sealedTexts().open(OTHER, sealed)).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void a_wrapped_key_moved_to_another_subject_does_not_open() throws SQLException {
        fixture.execute("UPDATE data_key SET wrapped = (SELECT wrapped FROM data_key WHERE subject = '" + SUBJECT
                + "') WHERE subject = '" + OTHER + "'");
        assertThatThrownBy(() -> vault.sealedTexts().seal(OTHER, "x")).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void creating_a_key_again_keeps_the_first() {
        var sealed = vault.sealedTexts().seal(SUBJECT, "x");
        vault.dataKeys().create(SUBJECT);
        assertThat(fixture.open().sealedTexts().open(SUBJECT, sealed)).contains("x");
    }

    @Test
    void after_the_key_is_destroyed_nothing_opens_and_nothing_is_sealed() {
        var sealed = vault.sealedTexts().seal(SUBJECT, "x");
        vault.dataKeys().destroy(SUBJECT);
        vault.dataKeys().destroy(SUBJECT);
        assertThat(vault.sealedTexts().open(SUBJECT, sealed)).isEmpty();
        assertThatThrownBy(() -> vault.sealedTexts().seal(SUBJECT, "x")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_reader_of_many_opens_what_can_still_be_read() {
        var texts = vault.sealedTexts();
        var own = texts.seal(SUBJECT, "x");
        var other = texts.seal(OTHER, "y");
        vault.dataKeys().destroy(OTHER);
        for (var each : List.of(vault, fixture.open())) {
            var reader = each.sealedTexts().reader(Set.of(SUBJECT, OTHER));
            assertThat(reader.open(SUBJECT, own)).contains("x");
            assertThat(reader.open(OTHER, other)).isEmpty();
            assertThatThrownBy(() -> reader.open(SUBJECT, other)).isInstanceOf(BrokenSealException.class);
        }
    }

    @Test
    void a_text_that_is_too_long_is_refused() {
        assertThatThrownBy(() -> vault.sealedTexts().seal(SUBJECT, "x".repeat(SealedText.LENGTH_MAX)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_database_that_is_away_for_a_moment_is_told_apart_from_a_missing_key() throws SQLException {
        fixture.execute("ALTER TABLE data_key RENAME TO away");
        assertThatThrownBy(() -> vault.dataKeys().create(UUID.randomUUID()))
                .isInstanceOf(VaultUnavailableException.class);
    }
}
