package io.microwallet.api.http.problem;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a body that could not be read, told without repeating what was sent. */
public final class BodyProblems {
    private BodyProblems() {}

    public static Problem of(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException e ->
                at(e, ProblemCode.UNKNOWN_FIELD.problem("Fields that this operation does not know are refused."));
            case MismatchedInputException e ->
                at(
                        e,
                        ProblemCode.INVALID_FIELD.problem(
                                "The value has another type than this field, or is out of range."));
            case StreamReadException e -> located(e);
            case JacksonException e -> at(e, ProblemCode.MALFORMED_JSON.problem("The body cannot be read."));
            case null, default -> ProblemCode.MALFORMED_JSON.problem("This operation needs a JSON object as its body.");
        };
    }

    private static Problem located(StreamReadException e) {
        var location = e.getLocation();
        var detail = "Not JSON, a name twice, or more than is allowed.";
        var problem = ProblemCode.MALFORMED_JSON.problem(detail);
        return at(
                e,
                location == null
                        ? problem
                        : problem.with("line", location.getLineNr()).with("column", location.getColumnNr()));
    }

    private static Problem at(JacksonException e, Problem problem) {
        return JsonPointers.of(e.getPath())
                .map(pointer -> problem.with("pointer", pointer))
                .orElse(problem);
    }
}
