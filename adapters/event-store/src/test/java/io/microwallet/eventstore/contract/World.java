package io.microwallet.eventstore.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.books.Reading;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.EventStore;
import io.microwallet.eventstore.EventStoreSettings;
import io.microwallet.eventstore.Stores;
import io.microwallet.eventstore.Till;
import io.microwallet.eventstore.check.Fsck;
import io.microwallet.eventstore.check.FsckSettings;
import io.microwallet.eventstore.check.Report;
import io.microwallet.eventstore.heads.HeadKeys;
import io.microwallet.eventstore.heads.HeadsFile;
import io.microwallet.eventstore.log.LogTable;
import io.microwallet.eventstore.projection.Projection;
import java.io.IOException;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** One database, the store that is open on it, and the model beside it. */
final class World implements AutoCloseable {
    static final String PROJECTION = "seen";
    /** So seldom in a service that a short test would see none. */
    private static final int SNAPSHOT_EVERY = 3;

    private static final Duration CAUGHT_UP_MAX = Duration.ofSeconds(30);

    final Model model = new Model();
    final Till till;
    private final TestDatabase database = Stores.database();
    private final EventStoreSettings settings;
    private final KeyPair headKeys;
    private EventStore store;
    private Faults faults;

    /** Fails where Axon's stream hands an event over twice. */
    private record Seen() implements Projection {
        @Override
        public String name() {
            return PROJECTION;
        }

        @Override
        public void apply(Connection connection, List<RecordedEvent> events) throws SQLException {
            try (var insert = connection.prepareStatement("INSERT INTO seen (position) VALUES (?)")) {
                for (var event : events) {
                    insert.setLong(1, event.position());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    World() throws SQLException, IOException {
        try (var owner = database.owner().connect();
                var statement = owner.createStatement()) {
            statement.execute("CREATE TABLE seen (position bigint PRIMARY KEY)");
            statement.execute("GRANT ALL ON seen TO " + database.service().user());
        }
        var plain = Stores.settings(database);
        headKeys = HeadKeys.openOrCreate(plain.directory());
        settings = plain.withHeadKey(headKeys.getPrivate())
                .withProjections(List.of(new Seen()))
                .withSnapshotEvery(SNAPSHOT_EVERY);
        faults = new Faults(database);
        store = EventStore.open(settings.withSteps(faults));
        till = Till.open(store.decisions());
        model.begin(log());
    }

    Faults faults() {
        return faults;
    }

    /** Sends them all at once, and waits for every answer. */
    void send(List<Ask> asks) {
        asks.forEach(model::sent);
        var to = store;
        var answers = asks.stream().map(ask -> sent(to, ask)).toList();
        for (var i = 0; i < asks.size(); i++) {
            model.told(asks.get(i), outcome(answers.get(i)));
        }
    }

    /** An answer that is not the model's to keep. */
    Outcome probe(Ask ask) {
        return outcome(sent(store, ask));
    }

    private CompletableFuture<Outcome> sent(EventStore to, Ask ask) {
        return CompletableFuture.supplyAsync(
                () -> to.decisions().submit(ask.request(till), ask.command()).join(),
                task -> Thread.ofVirtual().start(task));
    }

    private static Outcome outcome(CompletableFuture<Outcome> answer) {
        try {
            return answer.get(Till.TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no answer", e);
        }
    }

    void restart() {
        faults.releaseIndexer();
        store.close();
        open();
    }

    private void open() {
        faults = new Faults(database);
        store = EventStore.open(settings.withSteps(faults));
    }

    /** Another node takes over while this one still has a call under way and knows nothing of it. */
    void takeOver(Ask late) {
        faults.releaseIndexer();
        var theft = faults.stealLock();
        var first = store;
        model.sent(late);
        var answer = sent(first, late);
        Faults.await(theft.done());
        open();
        theft.released().countDown();
        model.told(late, outcome(answer));
        var after = outcome(sent(first, late));
        assertThat(after).isInstanceOfAny(Outcome.Unavailable.class, Outcome.Unknown.class);
        assertThatThrownBy(() -> first.books().open()).isInstanceOf(BooksUnavailableException.class);
        first.close();
    }

    /** A reading, as soon as the store gives one. */
    Reading reading() {
        return eventually(() -> store.books().open());
    }

    <T> T eventually(Supplier<T> read) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Till.TIMEOUT_SECONDS);
        while (true) {
            try {
                return read.get();
            } catch (BooksUnavailableException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(2_000_000);
            }
        }
    }

    EventStore store() {
        return store;
    }

    /** Everything durable, straight from the database. */
    List<RecordedEvent> log() throws SQLException {
        var events = new ArrayList<RecordedEvent>();
        try (var connection = database.service().connect()) {
            connection.setAutoCommit(false);
            LogTable.walk(connection, 0, 0, row -> events.addAll(row.decoded()));
        }
        return events;
    }

    Report fsck() throws SQLException, IOException {
        var heads = HeadsFile.in(settings.directory());
        try (var connection = database.service().connect()) {
            return Fsck.run(
                    connection,
                    new FsckSettings(0, Optional.of(heads), Optional.of(headKeys.getPublic()), List.of()),
                    Fsck.Progress.NONE);
        }
    }

    /** What Axon's stream has handed to the projection. */
    List<Long> seen() throws SQLException {
        store.projections().awaitCaughtUp(PROJECTION, model.last(), CAUGHT_UP_MAX);
        try (var connection = database.service().connect();
                var result = connection.createStatement().executeQuery("SELECT position FROM seen ORDER BY position")) {
            var seen = new ArrayList<Long>();
            while (result.next()) {
                seen.add(result.getLong(1));
            }
            return seen;
        }
    }

    @Override
    public void close() {
        faults.releaseIndexer();
        store.close();
    }
}
