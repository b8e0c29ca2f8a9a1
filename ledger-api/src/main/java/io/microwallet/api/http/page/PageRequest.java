package io.microwallet.api.http.page;

import io.microwallet.api.http.problem.ProblemCode;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param list names the list and its filters; a cursor of another list is refused
 * @param before entries at positions below this one, newest first
 * @param limit 1 to {@link #LIMIT_MAX}
 */
public record PageRequest(String list, OptionalLong before, int limit) {
    public static final int LIMIT_MAX = 200;
    public static final int LIMIT_DEFAULT = 50;

    /** From {@code ?cursor=} and {@code ?limit=}; {@code list} is the path and filters. */
    public static PageRequest of(@Nullable String cursor, @Nullable String limit, @Nullable Object... list) {
        var name = String.join("\n", Arrays.stream(list).map(Objects::toString).toList());
        var before = cursor == null
                ? OptionalLong.empty()
                : OptionalLong.of(Cursor.parse(cursor, name).position());
        return new PageRequest(name, before, limit(limit));
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return LIMIT_DEFAULT;
        }
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > LIMIT_MAX) {
            throw ProblemCode.INVALID_PARAMETER.exception("limit is a whole number from 1 to " + LIMIT_MAX + ".");
        }
        return Integer.parseInt(text);
    }

    /** The position to begin below. */
    public long beforePosition() {
        return before.orElse(Long.MAX_VALUE);
    }
}
