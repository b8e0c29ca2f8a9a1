package io.microwallet.api.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.microwallet.api.listing.ListingProjection;
import io.microwallet.api.listing.PendingRefundProjection;
import io.microwallet.api.listing.PendingTopUpProjection;
import io.microwallet.api.overdue.DueProjection;
import io.microwallet.embedded.DatabaseLogin;
import io.microwallet.eventstore.EventStore;
import io.microwallet.eventstore.EventStoreSettings;
import io.microwallet.eventstore.heads.HeadKeys;
import io.microwallet.migrations.Migrations;
import io.microwallet.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a service stands on, and Spring has no part in: its database, the vault, and the log. It is opened while Spring gets ready,
 * each part in its turn: the vault before the log, since its secrets must fit before the first event is written.
 */
final class Engine implements AutoCloseable {
    static final int PARTITION = 0;

    private static final int CONNECTIONS = 16;
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(3);

    private final OpenedDatabase database;
    private final HikariDataSource connections;
    private final Vault vault;
    private final PrometheusMeterRegistry meters;
    private final EventStore store;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Engine(
            OpenedDatabase database,
            HikariDataSource connections,
            Vault vault,
            PrometheusMeterRegistry meters,
            EventStore store) {
        this.database = database;
        this.connections = connections;
        this.vault = vault;
        this.meters = meters;
        this.store = store;
    }

    /** Leaves nothing running where it throws. */
    static Engine open(ServeSettings settings, InstantSource clock, StoreTuning tuning) {
        var database = OpenedDatabase.open(settings);
        try {
            return over(database, settings, clock, tuning);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Engine over(
            OpenedDatabase database, ServeSettings settings, InstantSource clock, StoreTuning tuning) {
        var connections = connections(database.service());
        try {
            var keys = settings.data().resolve(DataDirectory.KEYS);
            var vault = Vault.open(connections, PARTITION, Vault.secrets(keys, System.getenv()), clock);
            var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            var store = EventStore.open(tuning.tuned(storeSettings(settings, database, vault, meters)));
            return new Engine(database, connections, vault, meters, store);
        } catch (IOException e) {
            connections.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    private static HikariDataSource connections(DatabaseLogin login) {
        var config = new HikariConfig();
        config.setPoolName("service");
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        return new HikariDataSource(config);
    }

    private static EventStoreSettings storeSettings(
            ServeSettings settings, OpenedDatabase database, Vault vault, PrometheusMeterRegistry meters)
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
        return database.embedded()
                .map(embedded -> usual.withAloneSince(embedded.downAt()))
                .orElse(usual);
    }

    HikariDataSource connections() {
        return connections;
    }

    Vault vault() {
        return vault;
    }

    PrometheusMeterRegistry meters() {
        return meters;
    }

    EventStore store() {
        return store;
    }

    /** Whoever reads or writes it must have ended before. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (database;
                connections) {
            store.close();
        }
    }
}
