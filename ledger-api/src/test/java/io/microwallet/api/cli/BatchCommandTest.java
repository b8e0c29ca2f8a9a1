package io.microwallet.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.signature.VerifyingServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class BatchCommandTest extends CliTestCase {
    private static final String ANSWER = """
            {"atomic":false,"items":[{"index":0,"status":201,"body":{"id":"pu_1"}},
             {"index":1,"status":422,"replayed":true,"problem":{"code":"INSUFFICIENT_FUNDS"}}]}""";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void keys() throws IOException {
        key("till");
        file = Files.writeString(folder.resolve("sales.jsonl"), """
                {"path":"/v1/wallets","body":{}}

                {"method":"POST","path":"/v1/wallets/w1_X/freeze"}
                """);
    }

    @Test
    void lines_become_items_and_results_a_table() {
        answers = _ -> Answer.json(200, ANSWER);

        var result = run("batch", file.toString(), "--key", "till", "--idempotency-key", "k1");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        assertThat(result.out()).isEqualToNormalizingNewlines("""
                INDEX  STATUS  ID    CODE
                    0     201  pu_1
                    1     422        INSUFFICIENT_FUNDS  replayed
                """);
        var sent = JsonMapper.shared().readTree(server.lastCall().body());
        assertThat(sent.path("atomic").asBoolean()).isFalse();
        assertThat(sent.at("/items/0/method").asString()).isEqualTo("POST");
        assertThat(sent.at("/items/1/path").asString()).isEqualTo("/v1/wallets/w1_X/freeze");
    }

    @Test
    void a_line_that_is_no_object_is_named() throws IOException {
        Files.writeString(file, "{}\nnonsense\n");

        var result = run("batch", file.toString(), "--key", "till");

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.err()).contains("Line 2");
    }

    @Test
    void holds_are_captured_from_lines_of_ids_and_amounts() throws IOException {
        answers = _ -> Answer.json(200, "{\"items\":[{\"index\":0,\"status\":200,\"body\":{\"id\":\"ho_1\"}}]}");
        Files.writeString(file, "ho_1\n\nho_2  12.5 EUR\n");

        var result = run("hold", "capture-all", file.toString(), "--dry-run");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(server.lastCall().path() + server.lastCall().query()).isEqualTo("/v1/holds/capture?dry-run=true");
        assertThat(server.lastCall().body())
                .isEqualTo(
                        "[{\"hold\":\"ho_1\"},{\"hold\":\"ho_2\",\"amount\":{\"amount\":1250,\"currency\":\"EUR\"}}]");
        Files.writeString(file, "ho_1\nho_2 12.5\n");
        assertThat(run("hold", "capture-all", file.toString()).err()).contains("Line 2", "12.50 EUR");
    }
}
