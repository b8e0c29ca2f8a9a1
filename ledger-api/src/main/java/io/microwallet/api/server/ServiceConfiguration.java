package io.microwallet.api.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.microwallet.api.listing.ErasedWallets;
import io.microwallet.api.listing.ListingCatchUp;
import io.microwallet.api.listing.ListingProjection;
import io.microwallet.api.listing.PendingTopUpProjection;
import io.microwallet.api.page.code.MemberCodes;
import io.microwallet.core.books.Books;
import io.microwallet.core.request.Decisions;
import io.microwallet.eventstore.EventStore;
import io.microwallet.eventstore.EventStoreSettings;
import io.microwallet.migrations.Migrations;
import io.microwallet.vault.BlindIndex;
import io.microwallet.vault.DerivedIds;
import io.microwallet.vault.Erasure;
import io.microwallet.vault.SealedTexts;
import io.microwallet.vault.Vault;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log and what is read from it; opened after the vault, whose secrets must fit before the first event is written. */
@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {
    static final int PARTITION = 0;

    @Bean(destroyMethod = "close")
    EventStore eventStore(ServeSettings settings, OpenedDatabase database, Vault vault, MeterRegistry meters) {
        var login = database.service();
        return EventStore.open(EventStoreSettings.of(login.url(), login.user(), login.password(), settings.data())
                .withSchema(Integer.toString(Migrations.NEWEST_VERSION))
                .withMeters(meters));
    }

    @Bean
    Decisions decisions(EventStore store) {
        return store.decisions();
    }

    @Bean
    Books books(EventStore store) {
        return store.books();
    }

    @Bean(initMethod = "start")
    ListingCatchUp listingProgress(Books books, DataSource database, SealedTexts texts, BlindIndex blindIndex) {
        return new ListingCatchUp(
                books,
                database,
                List.of(new ListingProjection(texts, blindIndex), new PendingTopUpProjection(PARTITION)));
    }

    /** Before the first call is taken. */
    @Bean
    NewDeployment newDeployment(
            ServeSettings settings, Books books, Decisions decisions, DerivedIds ids, InstantSource clock)
            throws IOException {
        var keys = settings.data().resolve(DataDirectory.KEYS);
        return new NewDeployment(new OperatorKey(books, decisions, ids, clock).ensure(keys));
    }

    /** Again at every start, before the first call is taken. */
    @Bean
    @DependsOn("listingProgress")
    InitializingBean erasures(JdbcClient database, Erasure erasure) {
        return () -> new ErasedWallets(database).forEach(erasure::erase);
    }

    @Bean
    @ConditionalOnMissingBean
    MemberCodes memberCodes(InstantSource clock) {
        return new MemberCodes(clock, new SecureRandom());
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
