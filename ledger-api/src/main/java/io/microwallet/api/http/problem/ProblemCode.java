package io.microwallet.api.http.problem;

/** What can be wrong with a call before the rules are asked; the names are stable and part of the API. */
public enum ProblemCode {
    MALFORMED_REQUEST(400, "The request is not well-formed"),
    MALFORMED_JSON(400, "The body is not strict JSON"),
    UNKNOWN_FIELD(400, "The body has a field that this operation does not know"),
    MISSING_FIELD(400, "A field is missing"),
    INVALID_FIELD(400, "A field has a value that is not accepted"),
    INVALID_TOKEN(400, "This is no wallet token"),
    INVALID_ID(400, "This is no id of the kind that is asked for"),
    INVALID_CURSOR(400, "This is no cursor of this list"),
    UNKNOWN_PARAMETER(400, "The query has a parameter that this operation does not know"),
    INVALID_PARAMETER(400, "A parameter of the query has a value that is not accepted"),
    IDEMPOTENCY_KEY_INVALID(400, "The Idempotency-Key is not 1 to 128 visible ASCII characters"),
    CARD_NUMBER_REFUSED(400, "A text looks like a card number"),
    PRIVATE_KEY_REFUSED(400, "A private key was sent"),
    NOT_IN_A_BATCH(400, "This call is never part of a batch"),
    SCOPE_MISSING(403, "The client may not do this"),
    ROUTE_NOT_FOUND(404, "There is nothing at this path"),
    METHOD_NOT_ALLOWED(405, "This path does not take this method"),
    NOT_ACCEPTABLE(406, "The answer is not available in an accepted media type"),
    BODY_TOO_LARGE(413, "The body is too large"),
    MEDIA_TYPE_UNSUPPORTED(415, "The body is not application/json"),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another call"),
    BATCH_REFUSED(422, "The rules of the ledger refuse an item of the batch"),
    ROLLED_BACK(424, "Another item of the batch was refused"),
    TOO_MANY_REQUESTS(429, "The client sends too many calls"),
    INTERNAL_ERROR(500, "Something broke on our side"),
    UNAVAILABLE(503, "The service cannot take the call now"),
    OUTCOME_UNKNOWN(504, "The outcome is not known yet");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    /** A problem of this kind; {@code detail} is for people and never holds what the caller sent as a secret. */
    public Problem problem(String detail) {
        return Problem.of(status, name(), title, detail);
    }

    /** A problem of this kind, ready to be thrown. */
    public ProblemException exception(String detail) {
        return new ProblemException(problem(detail));
    }

    /** The same, pointing at a field of the body: a JSON pointer of RFC 6901. */
    public ProblemException at(String pointer, String detail) {
        return new ProblemException(problem(detail).with("pointer", pointer));
    }
}
