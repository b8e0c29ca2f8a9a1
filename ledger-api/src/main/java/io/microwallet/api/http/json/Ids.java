package io.microwallet.api.http.json;

import io.microwallet.api.http.problem.ProblemCode;
import java.util.function.Function;

/** Ids as they come in paths and queries. */
public final class Ids {
    private Ids() {}

    /** @param example how such an id begins, for the problem's detail */
    public static <I> I parse(String text, Function<String, I> parser, String example) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException _) {
            throw ProblemCode.INVALID_ID.exception(
                    "An id of this kind is " + example + "… with 26 digits of Crockford's base32 in capitals.");
        }
    }

    /** The same for a field of a body. */
    public static <I> I parse(String pointer, String text, Function<String, I> parser, String example) {
        return Fields.parsed(
                pointer,
                text,
                parser,
                "An id of this kind is " + example + "… with 26 digits of Crockford's base32 in capitals.");
    }
}
