package io.microwallet.eventstore.projection;

import com.zaxxer.hikari.HikariDataSource;
import io.microwallet.core.books.BooksUnavailableException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.core.unitofwork.TransactionalUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.processing.errorhandling.PropagatingErrorHandler;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessorConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.JdbcTokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.JdbcTokenStoreConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.TokenSchema;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/** The projections of this store, each on a streaming processor of Axon's; rows and token are one transaction. */
public final class Projections implements AutoCloseable {
    /** Of up to a mebibyte each: some thousands of events under load, and a few where little happens. */
    private static final int BATCH_ROWS = 10;

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
    private final JdbcTokenStore tokens;
    private final LongSupplier durable;
    private final ScheduledExecutorService coordinators = Executors.newScheduledThreadPool(
            1, Thread.ofPlatform().name("projections").daemon().factory());
    private final ScheduledExecutorService workers;
    private final ScheduledExecutorService watching = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("projections watch").daemon().factory());

    /**
     * @param database a pool of their own: a crowd of readers must not hold projections up
     * @param durable the newest durable position
     */
    public Projections(
            List<Projection> projections,
            int partition,
            HikariDataSource database,
            UnitOfWorkFactory units,
            EventStore events,
            LongSupplier durable) {
        this.database = database;
        this.transactions = new ProjectionTransactions(database);
        this.units = new TransactionalUnitOfWorkFactory(transactions, units);
        this.events = events;
        this.durable = durable;
        // Whoever holds the partition's lock owns its tokens: named by the partition, a token of a node that died is
        // ours at once.
        this.tokens = new JdbcTokenStore(
                transactions,
                new JacksonConverter(),
                JdbcTokenStoreConfiguration.DEFAULT.schema(SCHEMA).nodeId("partition-" + partition));
        this.workers = Executors.newScheduledThreadPool(
                Math.max(1, projections.size()),
                Thread.ofPlatform().name("projection-", 0).daemon().factory());
        projections.forEach(projection ->
                running.put(projection.name(), new RunningProjection(self -> processor(projection, self))));
    }

    private PooledStreamingEventProcessor processor(Projection projection, RunningProjection self) {
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
        var handler = new ProjectionHandler(projection, transactions, self::reached);
        return new PooledStreamingEventProcessor(projection.name(), List.of(handler), configuration);
    }

    public void start() {
        running.values().forEach(RunningProjection::start);
        watching.scheduleWithFixedDelay(this::watch, WATCH_SECONDS, WATCH_SECONDS, TimeUnit.SECONDS);
    }

    private void watch() {
        running.values().forEach(each -> each.restartIfStalled(durable.getAsLong()));
    }

    /** The last position that a projection holds. @throws IllegalArgumentException for an unknown name */
    public long position(String name) {
        return named(name).position();
    }

    /** How many durable events the slowest projection lacks. */
    public long lag() {
        var newest = durable.getAsLong();
        return running.values().stream()
                .mapToLong(each -> newest - each.position())
                .max()
                .orElse(0);
    }

    /** Waits until a projection holds a position. @throws BooksUnavailableException if it does not in time */
    public void awaitCaughtUp(String name, long position, Duration max) {
        try {
            if (!named(name).await(position, max)) {
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
