package io.microwallet.api.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.microwallet.api.listing.ErasedWallets;
import io.microwallet.api.listing.ListingProjection;
import io.microwallet.api.listing.PendingRefundProjection;
import io.microwallet.api.listing.PendingTopUpProjection;
import io.microwallet.api.overdue.DueProjection;
import io.microwallet.core.books.Books;
import io.microwallet.core.request.Decisions;
import io.microwallet.eventstore.EventStore;
import io.microwallet.eventstore.EventStoreSettings;
import io.microwallet.eventstore.heads.HeadKeys;
import io.microwallet.eventstore.projection.Projections;
import io.microwallet.migrations.Migrations;
import io.microwallet.vault.DerivedIds;
import io.microwallet.vault.Erasure;
import io.microwallet.vault.Vault;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log and what is read from it; opened after the vault, whose secrets must fit before the first event is written. */
@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {
    static final int PARTITION = 0;

    @Bean(destroyMethod = "close")
    EventStore eventStore(
            ServeSettings settings, OpenedDatabase database, Vault vault, MeterRegistry meters, StoreTuning tuning)
            throws IOException {
        var login = database.service();
        var usual = EventStoreSettings.of(login.url(), login.user(), login.password(), settings.data())
                .withSchema(Integer.toString(Migrations.NEWEST_VERSION))
                .withHeadKey(HeadKeys.openOrCreate(settings.data().resolve(DataDirectory.KEYS))
                        .getPrivate())
                .withMeters(meters)
                .withProjections(List.of(
                        new ListingProjection(vault.sealedTexts(), vault.blindIndex()),
                        new PendingTopUpProjection(PARTITION),
                        new PendingRefundProjection(PARTITION),
                        new DueProjection(PARTITION)));
        return EventStore.open(tuning.tuned(usual));
    }

    @Bean
    Decisions decisions(EventStore store) {
        return store.decisions();
    }

    @Bean
    Books books(EventStore store) {
        return store.books();
    }

    @Bean(destroyMethod = "")
    Projections projections(EventStore store) {
        return store.projections();
    }

    /** Before the first call is taken. */
    @Bean
    NewDeployment newDeployment(
            ServeSettings settings, Books books, Decisions decisions, DerivedIds ids, InstantSource clock)
            throws IOException {
        var keys = settings.data().resolve(DataDirectory.KEYS);
        return new NewDeployment(new OperatorKey(books, decisions, ids, clock).ensure(keys));
    }

    @Bean(initMethod = "run")
    ErasuresAtStart erasures(Books books, Projections projections, JdbcClient database, Erasure erasure) {
        return new ErasuresAtStart(books, projections, new ErasedWallets(database), erasure);
    }

    @Bean
    HealthIndicator ledger(EventStore store) {
        return () -> {
            var health = store.health();
            return (health.isGreen() ? Health.up() : Health.down())
                    .withDetail("troubles", health.troubles())
                    .withDetail("position", health.position())
                    .withDetail("indexLag", health.indexLag())
                    .withDetail("queued", health.queued())
                    .build();
        };
    }
}
