package io.microwallet.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.embedded.DatabaseLogin;
import io.microwallet.embedded.SharedDatabase;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.migrations.Migrations;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service opens when it starts, and what it refuses to start on. */
class StartTest {
    /** On this machine too, but no address that the service is told to bind to. */
    private static final String OTHER_ADDRESS = "127.0.0.2";

    @TempDir
    private Path folder;

    private TestDatabase database;

    @BeforeEach
    void freshDatabase() {
        database = SharedDatabase.fresh(Migrations::run);
    }

    @Test
    void keys_are_their_owners_alone_and_health_has_a_port_of_its_own() throws IOException {
        try (var server = Serve.run(settings(database.service()))) {
            assertOwnersAlone(server.data());
            assertManaged(server.managementUrl());
            for (var path : List.of("/actuator", "/actuator/health", "/actuator/prometheus")) {
                assertThat(status(server.url(), path)).isEqualTo(404);
            }
        }
    }

    private static void assertOwnersAlone(Path data) throws IOException {
        assertThat(mode(data)).isEqualTo("rwx------");
        assertThat(mode(data.resolve("keys"))).isEqualTo("rwx------");
        try (var files = Files.list(data.resolve("keys"))) {
            assertThat(files.toList())
                    .anyMatch(file -> file.endsWith("operator.jwk"))
                    .anyMatch(file -> file.endsWith("master.secret"))
                    .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
        }
    }

    private static void assertManaged(URI management) {
        assertThat(status(management, "/actuator/health")).isEqualTo(200);
        assertThat(status(management, "/actuator/prometheus")).isEqualTo(200);
        for (var hidden : List.of("env", "beans", "heapdump", "configprops", "loggers", "shutdown")) {
            assertThat(status(management, "/actuator/" + hidden)).isEqualTo(404);
        }
        assertThat(status(management, "/v1/ledgers")).isEqualTo(404);
    }

    @Test
    void no_setting_that_lies_about_opens_another_address() {
        var strays = List.of("server.address", "management.server.address");
        strays.forEach(name -> System.setProperty(name, "0.0.0.0"));
        try (var server = Serve.run(settings(database.service()))) {
            for (var url : List.of(server.url(), server.managementUrl())) {
                assertThatThrownBy(() -> new Socket(OTHER_ADDRESS, url.getPort()).close())
                        .isInstanceOf(ConnectException.class);
            }
        } finally {
            strays.forEach(System::clearProperty);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void another_address_than_loopback_needs_tls_or_a_proxy(String address) {
        assertThatThrownBy(() -> bound(address, false, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not loopback");
        assertThatCode(() -> bound(address, true, Optional.empty())).doesNotThrowAnyException();
        var tls = new ServeSettings.Tls(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        assertThatCode(() -> bound(address, false, Optional.of(tls))).doesNotThrowAnyException();
    }

    @Test
    void a_log_with_events_is_not_opened_without_its_secret_and_gets_no_new_one() throws IOException {
        Serve.run(settings(database.service())).close();
        var secret = folder.resolve("data/keys/master.secret");
        var kept = Files.move(secret, folder.resolve("kept"));
        assertRefused(database.service(), "The secret master is missing");
        assertThat(secret).doesNotExist();

        Files.copy(kept, secret);
        Files.writeString(secret, "0".repeat(64) + '\n');
        assertRefused(database.service(), "is not the one that this database was begun with");

        Files.delete(secret);
        Files.move(kept, secret);
        Serve.run(settings(database.service())).close();
    }

    @Test
    void the_owner_of_the_schema_is_no_role_to_serve_as() {
        assertRefused(database.owner(), "owns the log");
        assertThat(folder.resolve("data/keys")).isEmptyDirectory();
    }

    @Test
    void a_database_without_its_schema_is_not_served() {
        assertRefused(SharedDatabase.empty().service(), "run ./microwallet migrate");
        assertThat(folder.resolve("data/keys")).isEmptyDirectory();
    }

    private void assertRefused(DatabaseLogin login, String why) {
        assertThatThrownBy(() -> Serve.run(settings(login)).close())
                .isInstanceOf(ServiceStartException.class)
                .hasMessageContaining(why);
    }

    private ServeSettings settings(DatabaseLogin login) {
        return ServeSettings.of(folder.resolve("data")).withDatabase(login).withPorts(0, 0);
    }

    private ServeSettings bound(String address, boolean behindProxy, Optional<ServeSettings.Tls> tls) {
        return new ServeSettings(folder, Optional.empty(), address, 0, 0, List.of(), behindProxy, tls, 1);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static int status(URI server, String path) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
