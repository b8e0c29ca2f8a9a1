package io.microwallet.api.topup.worker;

import io.microwallet.core.books.Books;
import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.books.Reading;
import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.Trial;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.embedded.SharedDatabase;
import io.microwallet.eventstore.EventStore;
import io.microwallet.eventstore.EventStoreSettings;
import io.microwallet.migrations.Migrations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The real store on a PostgreSQL of its own, from which reads or the worker's reports can be cut off. */
public final class UnreliableLedger implements Decisions, Books, PendingTopUps, AutoCloseable {
    private final EventStore store;
    public volatile Reports reports = Reports.DECIDED;
    public volatile boolean readable = true;

    /** What happens to the reports of the worker. */
    public enum Reports {
        DECIDED,
        /** The store is away: nothing is written. */
        UNAVAILABLE,
        /** The commit happens, its answer is lost. */
        UNANSWERED
    }

    UnreliableLedger(Path directory) {
        var login = SharedDatabase.fresh(Migrations::run).service();
        store = EventStore.open(EventStoreSettings.of(login.url(), login.user(), login.password(), directory)
                .withSchema(Integer.toString(Migrations.NEWEST_VERSION)));
    }

    @Override
    public CompletableFuture<Outcome> submit(Request request, Preparation preparation) {
        var isReport = request.operation() == Operation.REPORT_TOP_UP;
        if (isReport && reports == Reports.UNAVAILABLE) {
            return CompletableFuture.completedFuture(new Outcome.Unavailable(Duration.ofSeconds(1), "cut off"));
        }
        var outcome = store.decisions().submit(request, preparation);
        return isReport && reports == Reports.UNANSWERED ? outcome.thenApply(_ -> new Outcome.Unknown()) : outcome;
    }

    @Override
    public List<CompletableFuture<Outcome>> submitInOrder(List<Submission> calls) {
        return calls.stream()
                .map(call -> submit(call.request(), call.preparation()))
                .toList();
    }

    @Override
    public CompletableFuture<Trial> tryOut(Request request, Preparation preparation) {
        return store.decisions().tryOut(request, preparation);
    }

    @Override
    public <S extends Entity> S read(EntityId<S> id) {
        if (!readable) {
            throw new BooksUnavailableException("cut off");
        }
        return store.books().read(id);
    }

    @Override
    public Reading open() {
        return store.books().open();
    }

    @Override
    public Subscription follow(Listener listener) {
        return store.books().follow(listener);
    }

    @Override
    public List<TopUpId> oldest(int limit) {
        return events(TopUpRequested.class).stream()
                .map(TopUpRequested::topUp)
                .filter(id -> store.books().read(id) instanceof TopUp.Requested)
                .limit(limit)
                .toList();
    }

    public <E extends Event> List<E> events(Class<E> kind) {
        var found = new ArrayList<E>();
        var reading = store.books().open();
        reading.scan(Orders.LEDGER, 0, reading.position(), recorded -> {
            if (kind.isInstance(recorded.event())) {
                found.add(kind.cast(recorded.event()));
            }
        });
        return found;
    }

    @Override
    public void close() {
        store.close();
    }
}
