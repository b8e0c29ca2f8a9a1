package io.microwallet.eventstore.read;

import io.microwallet.core.books.Books;
import io.microwallet.core.books.Reading;
import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.EntityId;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.axon.DurableEvents;
import io.microwallet.eventstore.decide.EntityCache;
import io.microwallet.eventstore.decide.Warmth;
import io.microwallet.eventstore.index.DurableRow;
import io.microwallet.eventstore.index.Tail;
import io.microwallet.eventstore.log.Span;
import io.microwallet.eventstore.write.CommitSteps;
import io.microwallet.eventstore.write.Lease;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The read port, over index, log and memory. */
public final class StoreBooks implements Books, DurableEvents, Warmth.History {
    private static final Logger LOG = LoggerFactory.getLogger(StoreBooks.class);

    private final DatabaseReader database;
    private final TagReader tags;
    private final DecodedRows decoded = new DecodedRows();
    private final Tail tail;
    private final Lease lease;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Warmth warmth;

    public StoreBooks(DataSource database, int partition, Tail tail, Lease lease, CommitSteps steps) {
        this.database = new DatabaseReader(database, partition);
        this.tags = new TagReader(this.database, tail, steps);
        this.tail = tail;
        this.lease = lease;
    }

    /** The states in memory, which read their histories from here. */
    public void through(Warmth warmth) {
        this.warmth = warmth;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S extends Entity> S read(EntityId<S> id) {
        return (S) java.util.Objects.requireNonNull(warmth).durable(id).state();
    }

    @Override
    public Reading open() {
        lease.check();
        return new StoreReading(tail.head(), database, tags, lease);
    }

    @Override
    public Subscription follow(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** A row is durable: whoever follows hears of it before its callers are answered. */
    public void published(DurableRow row) {
        for (var listener : listeners) {
            try {
                listener.durable(row.events());
            } catch (RuntimeException | Error e) {
                LOG.error("A follower failed", e);
            }
        }
    }

    @Override
    public EntityCache.Loaded load(EntityId<?> id) {
        return tags.load(id);
    }

    @Override
    public List<RecordedEvent> from(long position, int limit) {
        var found = new ArrayList<RecordedEvent>();
        var rows = tail.after(position - 1);
        if (rows.isPresent()) {
            rows.get().forEach(row -> add(found, row.events(), position, limit));
        } else {
            database.scan(position, row -> {
                add(found, decoded.of(row), position, limit);
                return found.size() < limit;
            });
        }
        return found;
    }

    @Override
    public List<Span> spans(long position) {
        return tail.after(position - 1)
                .map(rows -> rows.stream()
                        .map(row -> new Span(Math.max(position, row.first()), row.last()))
                        .toList())
                .orElseGet(() -> known(database.spans(position)));
    }

    /** The database shows a row a moment before its writer knows of it; until then {@link #from} does not find it in memory. */
    private List<Span> known(List<Span> spans) {
        var end = tail.head().last();
        return spans.stream().filter(span -> span.last() <= end).toList();
    }

    private static void add(List<RecordedEvent> found, List<RecordedEvent> events, long from, int limit) {
        for (var event : events) {
            if (event.position() >= from && found.size() < limit) {
                found.add(event);
            }
        }
    }
}
