package io.microwallet.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.privacy.SealedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KeyRotationTest {
    private static final int SUBJECTS = 2 * KeyRotation.BATCH + 7;

    @TempDir
    Path keys;

    private final Map<UUID, SealedText> sealed = new HashMap<>();
    private VaultFixture fixture;
    private Vault vault;

    @BeforeEach
    void open() throws SQLException {
        fixture = new VaultFixture(keys);
        vault = fixture.open();
        fixture.appendFirstEvent();
        var subjects =
                LongStream.range(0, SUBJECTS).mapToObj(i -> new UUID(1, i)).toList();
        vault.dataKeys().create(subjects);
        subjects.stream()
                .limit(20)
                .forEach(subject -> sealed.put(subject, vault.sealedTexts().seal(subject, "text of " + subject)));
    }

    @Test
    void a_rotation_wraps_every_key_anew_and_destroys_the_old_one() throws Exception {
        var before = keyEncryptionFiles();
        var wrapped = fixture.query("SELECT encode(wrapped, 'hex') FROM data_key");
        vault.keyRotation().rotate();
        assertThat(keyEncryptionFiles()).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(versions()).containsExactly("2");
        assertThat(fixture.query("SELECT encode(wrapped, 'hex') FROM data_key")).doesNotContainAnyElementsOf(wrapped);
        everythingOpens(vault);
        everythingOpens(fixture.open());
    }

    @Test
    void it_is_due_after_thirty_days_by_the_machines_clock() throws Exception {
        fixture.pass(KeyRotation.INTERVAL.minusSeconds(1));
        fixture.open();
        assertThat(versions()).containsExactly("1");
        fixture.pass(Duration.ofSeconds(1));
        fixture.open().keyRotation().rotateIfDue();
        assertThat(versions()).containsExactly("2");
        fixture.open();
        assertThat(versions()).containsExactly("2");
    }

    @Test
    void a_rotation_cut_off_before_the_new_key_was_recorded_leaves_a_file_that_nobody_takes() throws Exception {
        KeyEncryptionKeys.make(fixture.secrets, 2);
        assertThat(keyEncryptionFiles()).hasSize(2);
        var again = fixture.open();
        assertThat(versions()).containsExactly("1");
        again.keyRotation().rotate();
        everythingOpens(fixture.open());
    }

    @Test
    void a_rotation_cut_off_between_two_batches_is_finished_by_the_next_start() throws Exception {
        vault.keyRotation().begin();
        vault.keyRotation().rewrapBatch(oldest());
        assertThat(versions()).containsExactly("1", "2");
        everythingOpens(vault);

        everythingOpens(fixture.open());
        assertThat(versions()).containsExactly("2");
        assertThat(keyEncryptionFiles()).hasSize(1);
    }

    @Test
    void a_rotation_cut_off_before_the_old_file_was_destroyed_is_finished_by_the_next_start() throws Exception {
        var old = oldest();
        vault.keyRotation().begin();
        while (vault.keyRotation().rewrapBatch(old) > 0) {
            // until nothing is left
        }
        assertThat(vault.keyRotation().retire(old)).isTrue();
        assertThat(keyEncryptionFiles()).hasSize(2);

        everythingOpens(fixture.open());
        assertThat(keyEncryptionFiles()).hasSize(1);
        assertThat(fixture.query("SELECT name FROM secret_check")).containsExactly("master");
    }

    @Test
    void a_version_that_something_is_wrapped_by_is_not_retired() throws Exception {
        var old = oldest();
        vault.keyRotation().begin();
        assertThat(vault.keyRotation().retire(old)).isFalse();
        assertThat(versions()).containsExactly("1", "2");
        everythingOpens(vault);
    }

    @Test
    void keys_made_and_read_while_rotations_go_on_all_open_afterwards() throws Exception {
        var over = new AtomicBoolean();
        var started = new CountDownLatch(1);
        try (var pool = Executors.newSingleThreadExecutor()) {
            var maker = pool.submit(() -> {
                var made = new HashMap<UUID, SealedText>();
                for (var i = 0; !over.get(); i++) {
                    var subject = new UUID(2, i);
                    vault.dataKeys().create(subject);
                    made.put(subject, vault.sealedTexts().seal(subject, "text of " + subject));
                    started.countDown();
                }
                return made;
            });
            started.await();
            for (var i = 0; i < 5; i++) {
                vault.keyRotation().rotate();
            }
            over.set(true);
            sealed.putAll(maker.get());
        }
        everythingOpens(fixture.open());
        assertThat(versions()).containsExactly("6");
    }

    @Test
    void an_erased_members_old_row_opens_no_more_once_the_key_has_rotated() throws Exception {
        var member = new UUID(1, 0);
        var backup = fixture.query("SELECT encode(wrapped, 'hex') FROM data_key WHERE subject = '" + member + "'")
                .getFirst();
        vault.dataKeys().destroy(member);
        vault.keyRotation().rotate();
        // Somebody brings the row back from a backup: no key-encryption key of that version is left to reference.
        assertThatThrownBy(() -> fixture.execute(
                        "INSERT INTO data_key VALUES (0, '" + member + "', 1, decode('" + backup + "', 'hex'))"))
                .hasMessageContaining("foreign key");
        fixture.execute("INSERT INTO data_key VALUES (0, '" + member + "', 2, decode('" + backup + "', 'hex'))");
        assertThatThrownBy(() -> fixture.open().sealedTexts().open(member, sealed.get(member)))
                .hasMessageContaining("sealed under another key");
    }

    private void everythingOpens(Vault opened) {
        sealed.forEach((subject, text) ->
                assertThat(opened.sealedTexts().open(subject, text)).contains("text of " + subject));
    }

    private KeyEncryptionKeys.Key oldest() throws IOException {
        var file = keys.resolve(keyEncryptionFiles().getFirst());
        var name = file.getFileName().toString().replace(".secret", "");
        return KeyEncryptionKeys.Key.of(1, fixture.secrets.read(name).orElseThrow());
    }

    private List<String> versions() throws SQLException {
        return fixture.query("SELECT version FROM key_encryption_key ORDER BY version");
    }

    private List<String> keyEncryptionFiles() throws IOException {
        try (var files = Files.list(keys)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("key-encryption-"))
                    .sorted()
                    .toList();
        }
    }
}
