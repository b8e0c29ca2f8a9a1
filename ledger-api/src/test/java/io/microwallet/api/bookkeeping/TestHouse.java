package io.microwallet.api.bookkeeping;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.microwallet.core.books.Books;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.embedded.DatabaseLogin;
import io.microwallet.embedded.SharedDatabase;
import io.microwallet.eventstore.EventStore;
import io.microwallet.eventstore.EventStoreSettings;
import io.microwallet.migrations.Migrations;
import io.microwallet.vault.SealedTexts;
import io.microwallet.vault.Vault;
import io.microwallet.vault.WalletTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;

/** The real store and vault on a database of their own, by a clock that stands still until it is moved. */
public final class TestHouse implements AutoCloseable {
    private final Instant startedAt;
    private final MovableClock clock;
    private final IndexerStall stall = new IndexerStall();
    private final HikariDataSource connections;
    private final Vault vault;
    private final EventStore store;

    private TestHouse(Instant start) {
        startedAt = start;
        clock = new MovableClock(start);
        var login = SharedDatabase.fresh(Migrations::run).service();
        connections = connections(login);
        vault = Vault.open(connections, 0, Vault.secrets(secrets(), Map.of()), InstantSource.system());
        store = EventStore.open(EventStoreSettings.of(login.url(), login.user(), login.password(), Path.of("target"))
                .withClock(clock)
                .withSteps(stall));
    }

    private static HikariDataSource connections(DatabaseLogin login) {
        var config = new HikariConfig();
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    private static Path secrets() {
        try {
            return Files.createTempDirectory(Path.of("target"), "secrets");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TestHouse at(Instant start) {
        return new TestHouse(start);
    }

    public RandomBooks ledger(long seed, ZoneId zone) {
        return new RandomBooks(seed, zone, store.decisions(), vault.dataKeys(), texts(), clock);
    }

    public Books books() {
        return store.books();
    }

    public SealedTexts texts() {
        return vault.sealedTexts();
    }

    public WalletTokens tokens() {
        return vault.walletTokens();
    }

    public Instant startedAt() {
        return startedAt;
    }

    public MovableClock clock() {
        return clock;
    }

    /** From now on nothing is indexed. */
    public void stallIndexer() {
        stall.begin();
    }

    public void resumeIndexer() {
        stall.end();
    }

    public void erase(RandomBooks books, WalletId wallet) {
        books.erase(wallet);
        vault.erasure().erase(wallet);
    }

    @Override
    public void close() {
        stall.end();
        store.close();
        connections.close();
    }
}
