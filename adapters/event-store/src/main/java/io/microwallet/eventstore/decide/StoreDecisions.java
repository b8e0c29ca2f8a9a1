package io.microwallet.eventstore.decide;

import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.request.AbsentException;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.Trial;
import io.microwallet.eventstore.decide.Reservations.Reservation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The write port: reserve, look up, prepare, load what is cold, queue. In this order, whatever happens in between. */
final class StoreDecisions implements Decisions {
    private static final Logger LOG = LoggerFactory.getLogger(StoreDecisions.class);

    private final Reservations reservations;
    private final KeyFilter filter;
    private final RecordedOutcomes recorded;
    private final Deadlines deadlines;
    private final DecisionThread thread;
    private final Warmth warmth;
    private final Answers answers;

    StoreDecisions(
            Reservations reservations,
            KeyFilter filter,
            RecordedOutcomes recorded,
            Deadlines deadlines,
            DecisionThread thread,
            Warmth warmth,
            Answers answers) {
        this.reservations = reservations;
        this.filter = filter;
        this.recorded = recorded;
        this.deadlines = deadlines;
        this.thread = thread;
        this.warmth = warmth;
        this.answers = answers;
    }

    @Override
    public CompletableFuture<Outcome> submit(Request request, Preparation preparation) {
        return queued(begun(request, preparation));
    }

    @Override
    public List<CompletableFuture<Outcome>> submitInOrder(List<Submission> calls) {
        var begun = sideBySide(calls);
        var line = new Line();
        var outcomes = new ArrayList<CompletableFuture<Outcome>>(calls.size());
        var open = true;
        for (var each : begun) {
            if (each instanceof Begun.Ready ready) {
                ready.call.standIn(line);
            }
            var outcome = open ? queued(each) : calledOff(each);
            open = open && !(outcome.isDone() && outcome.resultNow() instanceof Outcome.Unavailable);
            outcomes.add(outcome);
        }
        return outcomes;
    }

    private List<Begun> sideBySide(List<Submission> calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return calls.stream()
                    .map(call -> threads.submit(() -> begun(call.request(), call.preparation())))
                    .toList()
                    .stream()
                    .map(StoreDecisions::result)
                    .toList();
        }
    }

    /** What a beginning throws is an outcome already: only the wait itself can be broken off. */
    private static Begun result(Future<Begun> beginning) {
        try {
            return beginning.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a call was not begun", e);
        }
    }

    private CompletableFuture<Outcome> calledOff(Begun begun) {
        return switch (begun) {
            case Begun.Over over -> over.outcome;
            case Begun.Ready ready ->
                left(ready.call.reservation, DecisionThread.unavailable("one before it could not be queued")).outcome;
        };
    }

    @Override
    public CompletableFuture<Trial> tryOut(Request request, Preparation preparation) {
        // Never put into the table of reservations: no call with this key hears of it.
        var nobodys = new Reservation(request.id(), request.fingerprint());
        return queued(caught(nobodys, () -> {
                    warmth.check();
                    return warm(new Call(request, nobodys, preparation.prepare(), true));
                }))
                .thenApply(Trial::new);
    }

    /** A call up to the queue. */
    private sealed interface Begun {
        /** It needs no decision of its own. */
        record Over(CompletableFuture<Outcome> outcome) implements Begun {}

        record Ready(Call call) implements Begun {}
    }

    private Begun begun(Request request, Preparation preparation) {
        var mine = new Reservation(request.id(), request.fingerprint());
        // Reserve before the look-up: the index row may be written in between.
        var first = reservations.reserve(mine);
        return first != null
                ? new Begun.Over(shared(first, request))
                : caught(mine, () -> reserved(request, mine, preparation));
    }

    /** What happens on the caller's thread. */
    @FunctionalInterface
    private interface Beginning {
        Begun begin() throws AbsentException;
    }

    /** Whatever is thrown before anything is queued is an outcome that leaves nothing. */
    private Begun caught(Reservation mine, Beginning beginning) {
        try {
            return beginning.begin();
        } catch (AbsentException e) {
            return left(mine, new Outcome.Absent(e.absence(), e.item()));
        } catch (BooksUnavailableException e) {
            return left(mine, DecisionThread.unavailable(String.valueOf(e.getMessage())));
        } catch (RuntimeException | Error e) {
            LOG.error("A call failed before it was queued", e);
            return left(mine, new Outcome.Failed());
        }
    }

    private Begun reserved(Request request, Reservation mine, Preparation preparation) throws AbsentException {
        warmth.check();
        if (filter.mayContain(request.id())) {
            var found = recorded.find(request.id());
            if (found.isPresent()) {
                return left(mine, replay(found.get(), found.get().request().fingerprint(), request));
            }
        }
        return warm(new Call(request, mine, preparation.prepare(), false));
    }

    private Begun warm(Call call) {
        warmth.warm(call.needed);
        return deadlines.hasPassed(call.request.deadline())
                ? left(call.reservation, DecisionThread.unavailable("the deadline passed before it was queued"))
                : new Begun.Ready(call);
    }

    private CompletableFuture<Outcome> queued(Begun begun) {
        return switch (begun) {
            case Begun.Over over -> over.outcome;
            case Begun.Ready ready -> offered(ready.call);
        };
    }

    private CompletableFuture<Outcome> offered(Call call) {
        deadlines.watch(call.request.deadline(), call.answer, () -> late(call));
        if (!thread.offer(call)) {
            answers.tell(call, DecisionThread.unavailable("too much is queued"));
        }
        return call.answer;
    }

    private void late(Call call) {
        if (call.expire()) {
            answers.tell(call, DecisionThread.unavailable("the deadline passed before it was decided"));
        } else {
            call.answer.complete(new Outcome.Unknown());
        }
    }

    /** Another call with this key is on its way: its outcome is this one's too. */
    private CompletableFuture<Outcome> shared(Reservation first, Request request) {
        if (!first.fingerprint().equals(request.fingerprint())) {
            return CompletableFuture.completedFuture(new Outcome.KeyReused());
        }
        var answer = new CompletableFuture<Outcome>();
        first.outcome()
                .thenAccept(outcome -> answer.complete(
                        outcome instanceof Outcome.Decided decided
                                ? replay(decided, first.fingerprint(), request)
                                : outcome));
        deadlines.watch(request.deadline(), answer, () -> answer.complete(new Outcome.Unknown()));
        return answer;
    }

    private static Outcome replay(Outcome.Decided decided, Fingerprint fingerprint, Request request) {
        return fingerprint.equals(request.fingerprint())
                ? new Outcome.Decided(decided.request(), decided.events(), true)
                : new Outcome.KeyReused();
    }

    /** This call wrote nothing: its key is free again, or in the table. */
    private Begun.Over left(Reservation mine, Outcome outcome) {
        reservations.release(mine);
        mine.outcome().complete(outcome);
        return new Begun.Over(CompletableFuture.completedFuture(outcome));
    }
}
