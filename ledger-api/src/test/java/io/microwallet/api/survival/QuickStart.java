package io.microwallet.api.survival;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Starts of the same program that cost a fraction of the first: its classes are loaded from a cache (JEP 514), which takes jars
 * only, so the folders of the class path are packed once. Test JVMs on the same class path share it.
 */
final class QuickStart {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx384m", "-Duser.timezone=UTC");

    private final Path cache;
    private final String classPath;

    private QuickStart(Path cache, String classPath) {
        this.cache = cache;
        this.classPath = classPath;
    }

    /**
     * @param parent where it is kept
     * @param rehearsal a main class and its arguments, which must end by themselves
     */
    static QuickStart rehearsed(Path parent, Map<String, String> environment, String... rehearsal)
            throws IOException, InterruptedException {
        try (var file = FileChannel.open(parent.resolve("start.lock"), CREATE, WRITE);
                var _ = file.lock()) {
            var folder = Files.createDirectories(parent.resolve("start-" + ClassPath.fingerprint()));
            var whole = folder.resolve("whole");
            var quick = new QuickStart(folder.resolve("start.aot"), ClassPath.inJars(folder));
            if (!Files.exists(whole)) {
                ClassPath.pack(folder);
                quick.rehearse(folder.resolve("rehearsal.log"), environment, rehearsal);
                Files.createFile(whole);
            }
            return quick;
        }
    }

    private void rehearse(Path log, Map<String, String> environment, String... rehearsal)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command("-XX:AOTCacheOutput=" + cache, rehearsal));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.PIPE);
        if (builder.start().waitFor() != 0) {
            throw new AssertionError("the rehearsal failed:\n" + Files.readString(log));
        }
    }

    List<String> command(String... program) {
        return command("-XX:AOTCache=" + cache, program);
    }

    private List<String> command(String aot, String... program) {
        var command = new ArrayList<String>();
        command.add(JAVA);
        command.addAll(OPTIONS);
        command.addAll(List.of(aot, "-Xlog:aot=off", "-Xlog:cds=off", "-cp", classPath));
        command.addAll(Arrays.asList(program));
        return command;
    }
}
