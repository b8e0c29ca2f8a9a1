package io.microwallet.api.topup.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.ledger.Mode;
import io.microwallet.embedded.SharedDatabase;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.migrations.Migrations;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Real events of the rules, into the real table. */
class PendingTopUpProjectionTest {
    private static final int PARTITION = 0;

    @TempDir
    Path directory;

    private final TestDatabase database = SharedDatabase.fresh(Migrations::run);
    private final PostgresPendingTopUps pending = new PostgresPendingTopUps(JdbcClient.create(source()), PARTITION);
    private TopUpDesk desk;

    @BeforeEach
    void open() throws IOException {
        desk = new TopUpDesk(directory, Mode.SANDBOX);
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    @Test
    void a_top_up_is_pending_until_its_outcome_is_known_the_oldest_first() throws SQLException {
        var first = desk.request("tok_visa");
        var second = desk.request("tok_declined_lost_card");
        var third = desk.request("tok_late");
        project();
        assertThat(pending.oldest(10)).containsExactly(first, second, third);
        assertThat(pending.oldest(2)).containsExactly(first, second);

        desk.settling().step(first, Settling.Question.CHARGE);
        desk.settling().step(second, Settling.Question.CHARGE);
        project();

        assertThat(pending.oldest(10)).containsExactly(third);
    }

    @Test
    void another_partition_sees_nothing_of_it() throws SQLException {
        desk.request("tok_visa");
        project();

        assertThat(new PostgresPendingTopUps(JdbcClient.create(source()), 1).oldest(10))
                .isEmpty();
    }

    /** From the beginning each time: what was projected before adds nothing. */
    private void project() throws SQLException {
        try (var connection = database.service().connect()) {
            connection.setAutoCommit(false);
            new PendingTopUpProjection(PARTITION).apply(connection, desk.ledger.log());
            connection.commit();
        }
    }

    private DriverManagerDataSource source() {
        var login = database.service();
        return new DriverManagerDataSource(login.url(), login.user(), login.password());
    }
}
