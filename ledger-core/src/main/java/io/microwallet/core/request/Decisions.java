package io.microwallet.core.request;

import io.microwallet.core.decision.Command;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Takes a call to its one durable outcome: the only way to write. */
public interface Decisions {
    /**
     * Reserves the key, looks it up, prepares the command, decides it and makes the outcome durable. The caller's thread
     * does all of that up to the queue (it may wait on the database: a virtual thread is meant); the future completes after
     * the commit. It never completes exceptionally, and always completes: at the deadline with {@link Outcome.Unknown}.
     */
    CompletableFuture<Outcome> submit(Request request, Preparation preparation);

    /** For what needs no preparation. */
    default CompletableFuture<Outcome> submit(Request request, Command command) {
        return submit(request, () -> command);
    }

    /**
     * Submits calls that are decided in the order given, in as few groups as may be; they are prepared side by side, before any
     * of them is decided. Once one cannot be queued, or what one stands on is thrown away, those behind it end with
     * {@link Outcome.Unavailable}: none is ever decided before one that was sent before it and is decided later.
     *
     * @param calls each under a key that no other call has
     */
    List<CompletableFuture<Outcome>> submitInOrder(List<Submission> calls);

    /** One call among others. */
    record Submission(Request request, Preparation preparation) {}

    /**
     * Decides the call as if its key were new, and leaves nothing: appends no event, reserves and looks up no key. The
     * preparation runs and must leave nothing either. What the trial was decided over is durable before the future completes.
     */
    CompletableFuture<Trial> tryOut(Request request, Preparation preparation);

    /** Makes the command once its key is known to be new: resolves tokens, commits data keys and token rows. */
    @FunctionalInterface
    interface Preparation {
        /** The command, ready to be decided. @throws AbsentException where what the call names is not there; the key is released */
        Command prepare() throws AbsentException;
    }
}
