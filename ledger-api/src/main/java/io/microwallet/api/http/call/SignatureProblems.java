package io.microwallet.api.http.call;

import io.microwallet.api.http.problem.Problem;
import io.microwallet.api.http.problem.ProblemException;
import io.microwallet.api.signature.Verification.Clocks;
import io.microwallet.api.signature.Verification.Rejected;
import io.microwallet.core.ledger.Mode;
import java.util.Optional;

/** Rejected signatures as problems: 401, with the reason's own name as the code. */
final class SignatureProblems {
    private static final int UNAUTHORIZED = 401;

    private SignatureProblems() {}

    /** @param mode of the ledger of the key that the call names: a sandbox shows the base that the service computed */
    static ProblemException exception(Rejected rejected, Optional<Mode> mode) {
        var problem = Problem.of(
                UNAUTHORIZED, rejected.reason().name(), "The call's signature does not count", rejected.detail());
        if (rejected.clocks().isPresent()) {
            problem = withClocks(problem, rejected.clocks().get());
        }
        if (mode.filter(Mode.SANDBOX::equals).isPresent() && rejected.base().isPresent()) {
            problem = problem.with("signatureBase", rejected.base().get());
        }
        return new ProblemException(problem);
    }

    private static Problem withClocks(Problem problem, Clocks clocks) {
        return problem.with("serverTime", clocks.serverTime().toString())
                .with("secondsBehind", clocks.secondsBehind())
                .advising("Set the client's clock: it may be off by 300 s for writes and 60 s for reads.");
    }
}
