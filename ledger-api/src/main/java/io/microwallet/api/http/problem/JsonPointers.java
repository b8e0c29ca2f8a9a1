package io.microwallet.api.http.problem;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Where in a body something is wrong, as a JSON pointer of RFC 6901. */
final class JsonPointers {
    /** Names of ours look like this; another's name may be anything, a card number too, and is not repeated. */
    private static final Pattern TELLABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,31}");

    private JsonPointers() {}

    /** Empty for the whole body, and for a name that is not repeated. */
    static Optional<String> of(List<JacksonException.Reference> path) {
        var names = path.stream().map(JsonPointers::name).toList();
        if (names.isEmpty() || names.contains("")) {
            return Optional.empty();
        }
        return Optional.of(names.stream().collect(Collectors.joining("/", "/", "")));
    }

    private static String name(JacksonException.Reference step) {
        var name = step.getPropertyName();
        if (name == null) {
            return Integer.toString(step.getIndex());
        }
        return TELLABLE.matcher(name).matches() ? name : "";
    }
}
