package io.microwallet.eventstore.projection;

import com.zaxxer.hikari.HikariDataSource;
import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.eventstore.write.Writing;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.core.unitofwork.TransactionalUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.processing.errorhandling.PropagatingErrorHandler;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessorConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.JdbcTokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.JdbcTokenStoreConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.TokenSchema;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/** The projections of this store, each on a streaming processor of Axon's; rows and token are one transaction. */
public final class Projections implements AutoCloseable {
    /** Under load some tens of thousands of events, and a few where little happens. */
    private static final int BATCH_ROWS = 100;

    private static final long CLAIM_MILLIS = 500;
    private static final long WATCH_SECONDS = 2;
    private static final TokenSchema SCHEMA = TokenSchema.builder()
            .setTokenTable("token_entry")
            .setProcessorNameColumn("processor_name")
            .setTokenTypeColumn("token_type")
            .build();

    private final Map<String, RunningProjection> running = new LinkedHashMap<>();
    private final HikariDataSource database;
    private final ProjectionTransactions transactions;
    private final UnitOfWorkFactory units;
    private final EventStore events;
    private final TokenStore tokens;
    private final Writing writing;
    private final ScheduledExecutorService coordinators = Executors.newScheduledThreadPool(
            1, Thread.ofPlatform().name("projections").daemon().factory());
    private final ScheduledExecutorService workers;
    private final ScheduledExecutorService watching = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("projections watch").daemon().factory());

    /**
     * @param database a pool of their own: a crowd of readers must not hold projections up
     */
    public Projections(
            List<Projection> projections,
            int partition,
            HikariDataSource database,
            UnitOfWorkFactory units,
            EventStore events,
            Writing writing) {
        this.database = database;
        this.transactions = new ProjectionTransactions(database);
        this.units = new TransactionalUnitOfWorkFactory(transactions, units);
        this.events = events;
        this.writing = writing;
        // Whoever holds the partition's lock owns its tokens: named by the partition, a token of a node that died is
        // ours at once.
        this.tokens = new LazyTokens(
                new JdbcTokenStore(
                        transactions,
                        new JacksonConverter(),
                        JdbcTokenStoreConfiguration.DEFAULT.schema(SCHEMA).nodeId("partition-" + partition)),
                transactions);
        this.workers = Executors.newScheduledThreadPool(
                Math.max(1, projections.size()),
                Thread.ofPlatform().name("projection-", 0).daemon().factory());
        projections.forEach(projection -> running.put(projection.name(), running(projection)));
    }

    private RunningProjection running(Projection projection) {
        var progress = new ProjectionProgress(writing);
        var configuration = new PooledStreamingEventProcessorConfiguration()
                .eventSource(events)
                .tokenStore(tokens)
                .unitOfWorkFactory(units)
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .coordinatorExecutor(coordinators)
                .workerExecutor(workers)
                .initialSegmentCount(1)
                .initialToken(source -> source.firstToken(null))
                .tokenClaimInterval(CLAIM_MILLIS)
                .batchSize(BATCH_ROWS)
                .eventCriteria(_ -> EventCriteria.havingAnyTag());
        var handler = new ProjectionHandler(projection, transactions, progress);
        var processor = new PooledStreamingEventProcessor(projection.name(), List.of(handler), configuration);
        return new RunningProjection(processor, progress);
    }

    public void start() {
        running.values().forEach(RunningProjection::start);
        watching.scheduleWithFixedDelay(this::watch, WATCH_SECONDS, WATCH_SECONDS, TimeUnit.SECONDS);
    }

    private void watch() {
        running.values().forEach(RunningProjection::restartIfStalled);
    }

    /** The last position that a projection holds. @throws IllegalArgumentException for an unknown name */
    public long position(String name) {
        return named(name).progress().position();
    }

    /** How many durable events the slowest projection lacks. */
    public long lag() {
        var newest = writing.durable();
        return running.values().stream()
                .mapToLong(each -> newest - each.progress().position())
                .max()
                .orElse(0);
    }

    /** Waits until a projection holds a position. @throws BooksUnavailableException if it does not in time */
    public void awaitCaughtUp(String name, long position, Duration max) {
        try {
            if (!named(name).progress().await(position, max)) {
                throw new BooksUnavailableException("the projection " + name + " is behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BooksUnavailableException("interrupted");
        }
    }

    private RunningProjection named(String name) {
        var found = running.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no projection is called " + name);
        }
        return found;
    }

    @Override
    public void close() {
        watching.shutdownNow();
        running.values().forEach(RunningProjection::stop);
        coordinators.shutdownNow();
        workers.shutdownNow();
        database.close();
    }
}
