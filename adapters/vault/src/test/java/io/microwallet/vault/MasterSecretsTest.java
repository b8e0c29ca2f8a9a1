package io.microwallet.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.vault.secret.SecretEnvironment;
import io.microwallet.vault.secret.SecretFiles;
import io.microwallet.vault.secret.SecretsRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterSecretsTest {
    private static final UUID SUBJECT = new UUID(0, 1);

    @TempDir
    Path keys;

    private VaultFixture fixture;

    @BeforeEach
    void database() {
        fixture = new VaultFixture(keys);
    }

    @Test
    void the_first_start_makes_secrets_that_only_their_owner_reads() throws IOException {
        fixture.open();
        try (var files = Files.list(keys)) {
            var all = files.toList();
            assertThat(all).hasSize(2);
            for (var file : all) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                assertThat(Files.readString(file)).matches("[0-9a-f]{64}\n");
            }
        }
    }

    @Test
    void no_secret_is_in_the_database() throws Exception {
        fixture.open().dataKeys().create(SUBJECT);
        var master = Files.readString(keys.resolve("master.secret")).strip();
        assertThat(fixture.query("SELECT encode(check_value, 'hex') FROM secret_check"))
                .hasSize(1)
                .doesNotContain(master);
    }

    @Test
    void a_missing_master_secret_is_refused_on_a_log_with_events_and_none_is_made() throws Exception {
        fixture.open();
        fixture.appendFirstEvent();
        Files.delete(keys.resolve("master.secret"));
        refused("The secret master is missing");
        assertThat(keys.resolve("master.secret")).doesNotExist();
    }

    @Test
    void a_missing_key_encryption_key_is_refused_and_none_is_made() throws Exception {
        fixture.open();
        fixture.appendFirstEvent();
        Files.delete(keyEncryptionFile());
        refused("The secret key-encryption-1-");
        try (var files = Files.list(keys)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void another_secret_is_refused() throws Exception {
        fixture.open();
        fixture.appendFirstEvent();
        for (var file : new Path[] {keys.resolve("master.secret"), keyEncryptionFile()}) {
            var right = Files.readString(file);
            Files.writeString(file, "ab".repeat(32));
            refused("is not the one that this database was begun with");
            Files.writeString(file, right);
        }
        fixture.open();
    }

    @Test
    void a_log_with_events_in_a_database_that_lost_its_vault_is_refused() throws Exception {
        fixture.appendFirstEvent();
        refused("the vault's tables are missing from this backup");
        assertThat(keys.resolve("master.secret")).doesNotExist();
    }

    @Test
    void a_secret_that_others_can_read_is_refused() throws Exception {
        fixture.open();
        Files.setPosixFilePermissions(keys.resolve("master.secret"), PosixFilePermissions.fromString("rw-r-----"));
        refused("run chmod 600");
    }

    @Test
    void a_file_that_is_no_secret_is_refused_without_showing_it() throws Exception {
        fixture.open();
        Files.writeString(keys.resolve("master.secret"), "hunter2");
        assertThatThrownBy(() -> fixture.open())
                .isInstanceOf(SecretsRefusedException.class)
                .hasMessageContaining("is not 64 hex digits")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_first_start_that_was_cut_off_after_the_file_is_completed() throws Exception {
        new SecretFiles(keys).keep("master", DerivedValuesTest.secret());
        fixture.open();
        fixture.appendFirstEvent();
        fixture.open();
        assertThat(Files.readString(keys.resolve("master.secret"))).startsWith("000102030405");
    }

    @Test
    void two_services_that_open_an_empty_database_at_once_agree_on_one_secret() throws Exception {
        try (var pool = Executors.newFixedThreadPool(4)) {
            Callable<Vault> open = fixture::open;
            for (var vault : pool.invokeAll(Collections.nCopies(4, open))) {
                vault.get();
            }
        }
        fixture.appendFirstEvent();
        fixture.open();
    }

    @Test
    void two_databases_on_one_folder_share_the_master_but_no_key_encryption_key() throws Exception {
        fixture.open();
        var other = new VaultFixture(keys);
        other.open().keyRotation().rotate();
        fixture.open();
        try (var files = Files.list(keys)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("key-encryption-")))
                    .hasSize(2);
        }
    }

    @Test
    void secrets_can_come_from_the_environment_and_are_rotated_by_a_person() {
        var first = Map.of(
                SecretEnvironment.MASTER_VARIABLE,
                "01".repeat(32),
                "MICROWALLET_SECRET_KEY_ENCRYPTION_1",
                "02".repeat(32));
        var vault = fixture.open(Vault.secrets(keys, first));
        vault.dataKeys().create(SUBJECT);
        var sealed = vault.sealedTexts().seal(SUBJECT, "x");
        assertThatThrownBy(() -> vault.keyRotation().rotate())
                .isInstanceOf(SecretsRefusedException.class)
                .hasMessageContaining("MICROWALLET_SECRET_KEY_ENCRYPTION_2");

        var second = Map.of(
                SecretEnvironment.MASTER_VARIABLE,
                "01".repeat(32),
                "MICROWALLET_SECRET_KEY_ENCRYPTION_1",
                "02".repeat(32),
                "MICROWALLET_SECRET_KEY_ENCRYPTION_2",
                "03".repeat(32));
        fixture.open(Vault.secrets(keys, second)).keyRotation().rotate();
        var third = Map.of(
                SecretEnvironment.MASTER_VARIABLE,
                "01".repeat(32),
                "MICROWALLET_SECRET_KEY_ENCRYPTION_2",
                "03".repeat(32));
        assertThat(fixture.open(Vault.secrets(keys, third)).sealedTexts().open(SUBJECT, sealed))
                .contains("x");
    }

    private void refused(String message) {
        assertThatThrownBy(() -> fixture.open())
                .isInstanceOf(SecretsRefusedException.class)
                .hasMessageContaining(message);
    }

    private Path keyEncryptionFile() throws IOException {
        try (var files = Files.list(keys)) {
            return files.filter(file -> file.getFileName().toString().startsWith("key-encryption-1-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
