package io.microwallet.api.topup.worker;

import io.microwallet.core.books.Books;
import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.books.Reading;
import io.microwallet.core.decision.Command;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Rules;
import io.microwallet.core.decision.States;
import io.microwallet.core.request.AbsentException;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestHeader;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** The rules over a log in memory, with a database that can be pulled out: both ports, nothing of the store. */
public final class LedgerInMemory implements Decisions, Books, PendingTopUps {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    /** What happens to the reports of the worker. */
    public enum Reports {
        DECIDED,
        /** The store is away: nothing is written. */
        UNAVAILABLE,
        /** The commit happens, its answer is lost. */
        UNANSWERED
    }

    private final List<RecordedEvent> log = new ArrayList<>();
    private final Map<RequestId, Outcome.Decided> outcomes = new HashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    public volatile Reports reports = Reports.DECIDED;
    public volatile boolean readable = true;

    @Override
    public CompletableFuture<Outcome> submit(Request request, Preparation preparation) {
        var isReport = request.operation() == Operation.REPORT_TOP_UP;
        if (isReport && reports == Reports.UNAVAILABLE) {
            return CompletableFuture.completedFuture(new Outcome.Unavailable(Duration.ofSeconds(1), "pulled out"));
        }
        var outcome = decide(request, preparation);
        var told = isReport && reports == Reports.UNANSWERED ? new Outcome.Unknown() : outcome;
        return CompletableFuture.completedFuture(told);
    }

    @Override
    public synchronized <S extends Entity> S read(EntityId<S> id) {
        if (!readable) {
            throw new BooksUnavailableException("pulled out");
        }
        return fold(id);
    }

    @Override
    public Reading open() {
        throw new UnsupportedOperationException("no worker opens a reading");
    }

    @Override
    public Subscription follow(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public synchronized List<TopUpId> oldest(int limit) {
        return log.stream()
                .map(RecordedEvent::event)
                .filter(TopUpRequested.class::isInstance)
                .map(event -> ((TopUpRequested) event).topUp())
                .filter(id -> fold(id) instanceof TopUp.Requested)
                .limit(limit)
                .toList();
    }

    public synchronized <E extends Event> List<E> events(Class<E> kind) {
        return log.stream()
                .map(RecordedEvent::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private synchronized Outcome decide(Request request, Preparation preparation) {
        var known = outcomes.get(request.id());
        if (known != null) {
            return known.request().fingerprint().equals(request.fingerprint())
                    ? new Outcome.Decided(known.request(), known.events(), true)
                    : new Outcome.KeyReused();
        }
        try {
            return decide(request, preparation.prepare());
        } catch (AbsentException e) {
            return new Outcome.Absent(e.absence());
        }
    }

    private Outcome decide(Request request, Command command) {
        return switch (Rules.decide(statesOf(command), command, AT)) {
            case Decision.Accepted accepted -> append(request, accepted.events());
            case Decision.Refused refused ->
                append(
                        request,
                        List.of(new RequestRefused(
                                new RefusalCode(refused.refusal().name()))));
            case Decision.Absent absent -> new Outcome.Absent(absent.absence());
            case Decision.AlreadyKnown _ -> new Outcome.AlreadyKnown();
        };
    }

    private States statesOf(Command command) {
        return new States() {
            @Override
            public <S extends Entity> S of(EntityId<S> id) {
                var boundary = command.boundary();
                if (!boundary.guarded().contains(id) && !boundary.consulted().contains(id)) {
                    throw new IllegalArgumentException(id + " is not in the boundary");
                }
                return fold(id);
            }
        };
    }

    private Outcome append(Request request, List<Event> events) {
        var header = new RequestHeader(
                request.id(),
                request.fingerprint(),
                request.operation(),
                request.answerVersion(),
                request.tokenVersion(),
                events.size());
        var recorded = IntStream.range(0, events.size())
                .mapToObj(i -> new RecordedEvent(
                        log.size() + i,
                        AT,
                        request.ledger(),
                        i == 0 ? Optional.of(header) : Optional.empty(),
                        events.get(i)))
                .toList();
        log.addAll(recorded);
        var decided = new Outcome.Decided(header, recorded, false);
        outcomes.put(request.id(), decided);
        listeners.forEach(listener -> listener.durable(recorded));
        return decided;
    }

    @SuppressWarnings("unchecked")
    private <S extends Entity> S fold(EntityId<S> id) {
        Entity state = id.unborn();
        for (var recorded : log) {
            if (recorded.event().tags().contains(id.tag())) {
                state = state.evolve(recorded.event(), recorded.at());
            }
        }
        return (S) state;
    }
}
