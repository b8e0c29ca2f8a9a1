package io.microwallet.api.http.problem;

/** Ends a call with a problem; carries no stack trace, because it is an answer and no bug. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
