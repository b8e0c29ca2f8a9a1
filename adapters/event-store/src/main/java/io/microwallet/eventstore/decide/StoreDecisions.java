package io.microwallet.eventstore.decide;

import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.request.AbsentException;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.Trial;
import io.microwallet.eventstore.decide.Reservations.Reservation;
import java.util.concurrent.CompletableFuture;
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
        var mine = new Reservation(request.id(), request.fingerprint());
        // Reserve before the look-up: the index row may be written in between.
        var first = reservations.reserve(mine);
        if (first != null) {
            return shared(first, request);
        }
        return caught(mine, () -> begun(request, mine, preparation));
    }

    /** What happens on the caller's thread, up to the queue. */
    @FunctionalInterface
    private interface Beginning {
        CompletableFuture<Outcome> begin() throws AbsentException;
    }

    /** Whatever is thrown before anything is queued is an outcome that leaves nothing. */
    private CompletableFuture<Outcome> caught(Reservation mine, Beginning beginning) {
        try {
            return beginning.begin();
        } catch (AbsentException e) {
            return left(mine, new Outcome.Absent(e.absence()));
        } catch (BooksUnavailableException e) {
            return left(mine, DecisionThread.unavailable(String.valueOf(e.getMessage())));
        } catch (RuntimeException | Error e) {
            LOG.error("A call failed before it was queued", e);
            return left(mine, new Outcome.Failed());
        }
    }

    private CompletableFuture<Outcome> begun(Request request, Reservation mine, Preparation preparation)
            throws AbsentException {
        warmth.check();
        if (filter.mayContain(request.id())) {
            var found = recorded.find(request.id());
            if (found.isPresent()) {
                return left(mine, replay(found.get(), found.get().request().fingerprint(), request));
            }
        }
        return queued(new Call(request, mine, preparation.prepare(), false));
    }

    @Override
    public CompletableFuture<Trial> tryOut(Request request, Preparation preparation) {
        // Never put into the table of reservations: no call with this key hears of it.
        var nobodys = new Reservation(request.id(), request.fingerprint());
        return caught(nobodys, () -> {
                    warmth.check();
                    return queued(new Call(request, nobodys, preparation.prepare(), true));
                })
                .thenApply(Trial::new);
    }

    private CompletableFuture<Outcome> queued(Call call) {
        var request = call.request;
        warmth.warm(call.needed);
        if (deadlines.hasPassed(request.deadline())) {
            return left(call.reservation, DecisionThread.unavailable("the deadline passed before it was queued"));
        }
        deadlines.watch(request.deadline(), call.answer, () -> late(call));
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
    private CompletableFuture<Outcome> left(Reservation mine, Outcome outcome) {
        reservations.release(mine);
        mine.outcome().complete(outcome);
        return CompletableFuture.completedFuture(outcome);
    }
}
