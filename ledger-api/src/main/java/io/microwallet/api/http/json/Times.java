package io.microwallet.api.http.json;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times as answers show them: RFC 3339 in UTC, as many decimals as needed. */
public final class Times {
    private Times() {}

    public static String text(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time);
    }

    public static @Nullable String optional(@Nullable Instant time) {
        return time == null ? null : text(time);
    }
}
