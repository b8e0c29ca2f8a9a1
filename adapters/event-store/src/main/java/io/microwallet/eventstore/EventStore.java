package io.microwallet.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.microwallet.core.books.Books;
import io.microwallet.core.request.Decisions;
import io.microwallet.eventstore.axon.Followers;
import io.microwallet.eventstore.axon.LogStorageEngine;
import io.microwallet.eventstore.axon.StoreBus;
import io.microwallet.eventstore.decide.BirthFilter;
import io.microwallet.eventstore.decide.EntityCache;
import io.microwallet.eventstore.decide.Warmth;
import io.microwallet.eventstore.decide.WritePath;
import io.microwallet.eventstore.heads.HeadsFile;
import io.microwallet.eventstore.heads.HeadsWriter;
import io.microwallet.eventstore.index.CatchUp;
import io.microwallet.eventstore.index.DurableRow;
import io.microwallet.eventstore.index.Indexer;
import io.microwallet.eventstore.index.Tail;
import io.microwallet.eventstore.projection.Projections;
import io.microwallet.eventstore.read.StoreBooks;
import io.microwallet.eventstore.snapshot.SnapshotTaker;
import io.microwallet.eventstore.write.CommitPipeline;
import io.microwallet.eventstore.write.Lease;
import io.microwallet.eventstore.write.Opening;
import io.microwallet.eventstore.write.Writer;
import io.microwallet.eventstore.write.WriterSessions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One partition's log, its one writer, and everything that is read from it. */
public final class EventStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventStore.class);
    /** Of each of two filters: half a hundred million keys, or things, in a heap of a gigabyte. */
    private static final long FILTER_BYTES_MAX = Runtime.getRuntime().maxMemory() / 16;

    private final HikariDataSource readers;
    private final Duration queuedMax;
    private final Lease lease;
    private final Tail tail;
    private final CommitPipeline pipeline;
    private final StoreBooks books;
    private final WritePath writePath;
    private final Writer writer;
    private final Indexer indexer;
    private final Projections projections;
    private final Optional<HeadsWriter> heads;
    private final Meters meters;
    private final SnapshotTaker snapshots;
    private final Thread indexing;
    private final Thread snapshooting;
    private final Followers followers = new Followers();
    private final List<String> defects = new CopyOnWriteArrayList<>();

    private EventStore(EventStoreSettings settings, Sessions sessions, WriterSessions writers, Opening.Opened opened) {
        var partition = settings.partition();
        queuedMax = settings.queuedMax();
        readers = sessions.pool("readers", settings.readers());
        lease = writers.lease();
        tail = new Tail(opened.head(), settings.unindexedMax());
        snapshots = new SnapshotTaker(
                partition,
                settings.snapshotEvery(),
                sessions::open,
                () -> tail.head().last());
        var cache =
                new EntityCache(settings.statesMax(), snapshots, BirthFilter.of(settings.random(), FILTER_BYTES_MAX));
        pipeline = new CommitPipeline(opened.head().last(), tail::isFarBehind, cache::clear);
        books = new StoreBooks(readers, partition, tail, lease, settings.steps());
        var warmth = new Warmth(cache, pipeline, lease, books);
        books.through(warmth);
        var bus = new StoreBus(new LogStorageEngine(pipeline, books, followers));
        writePath = new WritePath(
                readers,
                partition,
                pipeline,
                cache,
                warmth,
                lease,
                bus,
                settings.rules(),
                settings.clock(),
                opened.floor(),
                settings.clockOffsets(),
                settings.random(),
                FILTER_BYTES_MAX,
                this::defect);
        writer = new Writer(
                partition, pipeline, writers, opened, tail, settings.clock(), settings.steps(), this::published);
        indexer = new Indexer(
                partition, tail, sessions::open, settings.steps(), this::indexed, pipeline::roomMade, this::broken);
        projections = new Projections(
                settings.projections(),
                partition,
                sessions.pool("projections", settings.projections().size() + 1),
                bus.units(),
                bus.eventStore(),
                pipeline);
        heads = settings.headKey()
                .map(key -> new HeadsWriter(
                        HeadsFile.in(settings.directory()),
                        partition,
                        key,
                        settings.clock(),
                        settings.headsEvery(),
                        tail::head));
        meters = new Meters(settings.meters(), this);
        indexing = Thread.ofPlatform()
                .name("indexer")
                .uncaughtExceptionHandler((_, e) -> {
                    LOG.error("The indexer ended", e);
                    broken("the indexer ended: " + e);
                })
                .unstarted(indexer);
        snapshooting = Thread.ofPlatform().name("snapshots").unstarted(snapshots);
    }

    /**
     * Opens the log: takes the partition's lock, appends this writer's own row, indexes what an earlier writer left behind, and
     * serves from then on.
     */
    public static EventStore open(EventStoreSettings settings) {
        var sessions = new Sessions(settings.url(), settings.user(), settings.password());
        var writers = new WriterSessions(settings.partition(), sessions::open);
        var opening = new Opening(
                settings.partition(),
                writers,
                settings.clock(),
                settings.random(),
                settings.node(),
                settings.version(),
                settings.steps());
        try {
            StoreGuard.check(sessions, settings.schema());
            var opened = opening.open(settings.patience(), settings.aloneSince());
            return served(settings, sessions, writers, opened);
        } catch (SQLException e) {
            throw new EventStoreUnavailableException("the log cannot be opened: " + e.getMessage(), e);
        }
    }

    private static EventStore served(
            EventStoreSettings settings, Sessions sessions, WriterSessions writers, Opening.Opened opened)
            throws SQLException {
        try (var connection = sessions.open()) {
            CatchUp.run(connection, settings.partition(), opened.head().last());
        } catch (SQLException | RuntimeException e) {
            opened.abandon();
            throw e;
        }
        opened.awaitHandover(settings.handover());
        var store = new EventStore(settings, sessions, writers, opened);
        store.start();
        return store;
    }

    private void start() {
        writer.start();
        indexing.start();
        snapshooting.start();
        writePath.start();
        projections.start();
        heads.ifPresent(HeadsWriter::start);
        LOG.info("The log is open at position {}", pipeline.durable());
    }

    public Decisions decisions() {
        return writePath.decisions();
    }

    public Books books() {
        return books;
    }

    /** The tables that are built behind the log. */
    public Projections projections() {
        return projections;
    }

    public Health health() {
        var troubles = new ArrayList<>(defects);
        var oldest = writePath.oldestQueued();
        if (oldest.compareTo(queuedMax) > 0) {
            troubles.add("the oldest queued command is " + oldest.toSeconds() + " s old");
        }
        if (!lease.isHeld()) {
            troubles.add("the writer's lock is lost or silent");
        }
        var stopped = pipeline.stopped();
        if (stopped != null) {
            troubles.add(stopped);
        }
        return new Health(
                lease.isHeld() && stopped == null,
                troubles,
                pipeline.durable(),
                tail.lag(),
                writePath.queued(),
                oldest);
    }

    private void published(List<DurableRow> rows) {
        rows.forEach(books::published);
        followers.tell();
    }

    private void indexed(List<io.microwallet.core.request.RequestId> ids) {
        writePath.indexed(ids);
    }

    private void defect(String what) {
        defects.add(what);
    }

    /** The index contradicts the log: nothing more is decided on top of that. */
    private void broken(String what) {
        defects.add(what);
        writer.stop(what);
    }

    /** Decides what is queued, commits what is in flight, indexes it, and gives the partition back. */
    @Override
    public void close() {
        try {
            writePath.close();
            projections.close();
            writer.close();
            writePath.abandon();
            indexer.close();
            indexing.join();
            snapshots.close();
            snapshooting.join();
            heads.ifPresent(HeadsWriter::close);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            meters.close();
            readers.close();
        }
    }
}
