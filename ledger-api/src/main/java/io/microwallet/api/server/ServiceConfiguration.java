package io.microwallet.api.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.microwallet.api.listing.ErasedWallets;
import io.microwallet.core.books.Books;
import io.microwallet.core.request.Decisions;
import io.microwallet.eventstore.EventStore;
import io.microwallet.eventstore.projection.Projections;
import io.microwallet.vault.DerivedIds;
import io.microwallet.vault.Erasure;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log and what is read from it; opened by the engine. */
@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {
    @Bean(destroyMethod = "")
    EventStore eventStore(Engine engine) {
        return engine.store();
    }

    @Bean(destroyMethod = "")
    MeterRegistry meters(Engine engine) {
        return engine.meters();
    }

    @Bean(destroyMethod = "close")
    Management management(ServeSettings settings, Engine engine) {
        return Management.start(settings.managementPort(), engine.store(), engine.meters());
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
}
