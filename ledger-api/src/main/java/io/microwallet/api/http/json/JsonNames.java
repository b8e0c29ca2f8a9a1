package io.microwallet.api.http.json;

import java.util.Locale;

/** The names of enum constants in JSON. */
public final class JsonNames {
    private JsonNames() {}

    /** {@code THIRD_PARTY} is {@code third-party}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
