package io.microwallet.api.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What Spring puts together: the application, and every controller, component and configuration. They are named in a file, since
 * to look for them would mean to read every class of the service at each start; a test looks, and finds no other.
 */
final class Parts {
    static final String FILE = "parts.txt";

    private Parts() {}

    static Class<?>[] classes() {
        return Stream.concat(Stream.<Class<?>>of(ServiceApplication.class), names().map(Parts::named))
                .toArray(Class<?>[]::new);
    }

    static Stream<String> names() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Parts.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            return lines.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, Parts.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(FILE + " names a class that is not there", e);
        }
    }
}
