package io.microwallet.api.tools;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds the programs that tests run: {@code node}, {@code node-modules} (the installed packages of src/test/node), {@code hledger},
 * {@code chromium}, and {@code python}, which is the first Python 3 that can import cryptography.
 */
public final class Tools {
    private static final Path NODE_CLIENTS = Path.of("src/test/node");
    private static final int PROBE_SECONDS_MAX = 20;
    private static final Map<String, Optional<Path>> FOUND = new ConcurrentHashMap<>();

    private Tools() {}

    /** @throws IllegalArgumentException for a name that is none of the above */
    public static Optional<Path> find(String name) {
        return FOUND.computeIfAbsent(name, Tools::probe);
    }

    /** For tests that said with {@link NeedsTool} that they cannot do without. */
    public static Path get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(ToolCondition.MISSING + name));
    }

    private static Optional<Path> probe(String name) {
        return switch (name) {
            case "node", "hledger", "chromium" -> onPath(name).findFirst();
            case "node-modules" ->
                Optional.of(NODE_CLIENTS.resolve("node_modules")).filter(Files::isDirectory);
            // Debian's package belongs to /usr/bin/python3, while the one on PATH may be another.
            case "python" ->
                Stream.concat(
                                Stream.ofNullable(System.getenv("MICROWALLET_PYTHON"))
                                        .map(Path::of),
                                Stream.concat(onPath("python3"), Stream.of(Path.of("/usr/bin/python3"))))
                        .filter(Files::isExecutable)
                        .filter(Tools::importsCryptography)
                        .findFirst();
            default -> throw new IllegalArgumentException("Tools knows no " + name);
        };
    }

    private static Stream<Path> onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable);
    }

    private static boolean importsCryptography(Path python) {
        try {
            var process = new ProcessBuilder(python.toString(), "-c", "import cryptography")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PROBE_SECONDS_MAX, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
