package io.microwallet.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Where the service is, and whose key signs. */
class ServiceOptionsTest extends CliTestCase {
    @Test
    void a_service_that_is_not_running_is_told_with_how_to_start_it() throws IOException {
        key("till");
        Files.delete(data.resolve("service.json"));

        var result = run("request", "GET", "/v1/wallets");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("No service is running on " + data).contains("./microwallet serve");
    }

    @Test
    void a_service_that_went_away_is_told_with_how_to_start_it() throws IOException {
        key("till");
        server.close();

        var result = run("request", "GET", "/v1/wallets");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("No service answers at " + server.url())
                .contains("./microwallet serve");
    }

    @Test
    void the_url_may_be_given_and_may_end_with_a_slash() throws IOException {
        key("till");
        Files.delete(data.resolve("service.json"));

        assertThat(run("request", "GET", "/v1/wallets", "--url", server.url() + "/")
                        .exitCode())
                .isZero();
        assertThat(server.lastCall().path()).isEqualTo("/v1/wallets");
    }

    @Test
    void the_only_clients_key_signs_unasked() throws IOException {
        key("operator");
        key("till");

        assertThat(run("request", "GET", "/v1/wallets").exitCode()).isZero();
        assertThat(server.lastCall().keyId()).isEqualTo("sandbox_k_till");
    }

    @Test
    void of_several_keys_one_must_be_named_by_name_or_file() throws IOException {
        key("till");
        key("bar");

        var unnamed = run("request", "GET", "/v1/wallets");
        assertThat(unnamed.exitCode()).isEqualTo(1);
        assertThat(unnamed.err()).contains("--key bar | till");

        assertThat(run("request", "GET", "/v1/wallets", "--key", "bar").exitCode())
                .isZero();
        assertThat(server.lastCall().keyId()).isEqualTo("sandbox_k_bar");
        assertThat(run("request", "GET", "/v1/wallets", "--key", keyFile("till").toString())
                        .exitCode())
                .isZero();
        assertThat(server.lastCall().keyId()).isEqualTo("sandbox_k_till");
    }

    @Test
    void a_keys_name_goes_before_a_folder_that_is_called_the_same() throws IOException {
        // Tests run in the module's folder, which has a folder of this name.
        key("src");

        assertThat(run("request", "GET", "/v1/wallets", "--key", "src").exitCode())
                .isZero();
    }

    @Test
    void a_missing_or_broken_key_is_told_by_its_file() throws IOException {
        key("till");
        Files.writeString(keyFile("broken"), "{}");

        assertThat(run("request", "GET", "/v1/wallets", "--key", "none").err())
                .contains(keyFile("none").toString());
        var broken = run("request", "GET", "/v1/wallets", "--key", "broken");
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.err()).contains(keyFile("broken").toString()).doesNotContain("\tat ");
    }
}
