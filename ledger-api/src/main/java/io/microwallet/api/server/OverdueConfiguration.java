package io.microwallet.api.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.microwallet.api.ledger.LedgerTimes;
import io.microwallet.api.overdue.DueProjection;
import io.microwallet.api.overdue.DueTable;
import io.microwallet.api.overdue.OverdueCalls;
import io.microwallet.api.overdue.Sweeper;
import io.microwallet.api.overdue.Sweeping;
import io.microwallet.api.topup.worker.Alarm;
import io.microwallet.core.books.Books;
import io.microwallet.core.request.Decisions;
import io.microwallet.eventstore.projection.Projections;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The worker that books what ends by itself. */
@Configuration(proxyBeanMethods = false)
class OverdueConfiguration {
    private static final Duration CAUGHT_UP_MAX = Duration.ofSeconds(5);

    @Bean(initMethod = "start", destroyMethod = "close")
    Sweeper sweeper(
            Books books,
            Decisions decisions,
            Projections projections,
            JdbcClient database,
            LedgerTimes times,
            InstantSource clock,
            MeterRegistry meters) {
        return new Sweeper(
                books,
                new DueTable(database, Engine.PARTITION),
                new Sweeping(books, new OverdueCalls(decisions, clock)),
                times,
                position -> projections.awaitCaughtUp(DueProjection.NAME, position, CAUGHT_UP_MAX),
                Alarm.clock(),
                meters);
    }
}
