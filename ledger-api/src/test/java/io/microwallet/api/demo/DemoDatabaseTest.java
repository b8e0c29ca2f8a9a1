package io.microwallet.api.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.api.cli.service.CommandFailed;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The demo never plays on a database that someone else's money is in. */
class DemoDatabaseTest {
    @Test
    void it_refuses_any_database_but_its_own() {
        var environment = Map.of("MICROWALLET_DB_URL", "jdbc:postgresql://db.example/books");
        assertThatThrownBy(() -> DemoCommand.requireOwnDatabase(environment))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("MICROWALLET_DB_URL")
                .hasMessageNotContaining("db.example");
        assertThatCode(() -> DemoCommand.requireOwnDatabase(Map.of())).doesNotThrowAnyException();
    }
}
