package io.microwallet.api.topup.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.topup.TopUpId;
import io.microwallet.embedded.SharedDatabase;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.migrations.Migrations;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresPendingTopUpsTest {
    private static final TopUpId FIRST = new TopUpId(new UUID(9, 9));
    private static final TopUpId SECOND = new TopUpId(new UUID(1, 1));
    private static final TopUpId THIRD = new TopUpId(new UUID(5, 5));

    private final TestDatabase database = SharedDatabase.fresh(Migrations::run);
    private final JdbcClient service = JdbcClient.create(source());

    @Test
    void the_oldest_of_its_own_partition_come_first_and_no_more_than_were_asked_for() {
        insert(0, THIRD, 30);
        insert(0, FIRST, 10);
        insert(1, new TopUpId(new UUID(2, 2)), 5);
        insert(0, SECOND, 20);

        var pending = new PostgresPendingTopUps(service, 0);

        assertThat(pending.oldest(10)).containsExactly(FIRST, SECOND, THIRD);
        assertThat(pending.oldest(2)).containsExactly(FIRST, SECOND);
    }

    private void insert(int partition, TopUpId topUp, long position) {
        service.sql("""
                        INSERT INTO pending_top_up (partition, top_up, ledger, wallet, requested_at, position)
                        VALUES (?, ?, ?, ?, now(), ?)
                        """)
                .params(partition, topUp.value(), new UUID(0, 1), new UUID(0, 2), position)
                .update();
    }

    private DriverManagerDataSource source() {
        var login = database.service();
        return new DriverManagerDataSource(login.url(), login.user(), login.password());
    }
}
