package io.microwallet.api.http.write;

import io.microwallet.core.request.Decisions.Preparation;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import java.util.function.Supplier;

/**
 * One write as its controller declares it, once the shape of the call is right: what is asked, how its command is made, how
 * its outcome is told. Nothing happens before it is performed, tried out, or decided as part of a batch.
 *
 * @param preparation everything that leaves a trace, in the vault too; run only while the call's key is known to be new
 * @param format the answer, from what is stored of the outcome alone
 * @param consequence what has to be done before the outcome may be told
 * @param known the answer for a fact that was booked already: nothing is written, it says how things stand
 */
public record Write(
        Operation operation,
        Preparation preparation,
        AnswerFormat format,
        Consequence consequence,
        Supplier<Answer> known) {

    /** Follows an outcome that was accepted, for each replay too: doing it again must change nothing. */
    @FunctionalInterface
    public interface Consequence {
        void follow(Outcome.Decided decided);
    }

    public static Write of(Operation operation, Preparation preparation, AnswerFormat format) {
        return new Write(operation, preparation, format, _ -> {}, () -> {
            throw new IllegalStateException("a client's order cannot be known already: " + operation);
        });
    }

    /** The same write, with a consequence. */
    public Write followedBy(Consequence consequence) {
        return new Write(operation, preparation, format, consequence, known);
    }

    /** The same write, of a fact that may be booked already. */
    public Write knownAs(Supplier<Answer> known) {
        return new Write(operation, preparation, format, consequence, known);
    }
}
