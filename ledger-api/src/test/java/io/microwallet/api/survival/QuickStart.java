package io.microwallet.api.survival;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * Starts of the same program that cost a fraction of the first: its classes are loaded from a cache (JEP 514), which takes jars
 * only, so the folders of the class path are packed once.
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

    /** @param rehearsal a main class and its arguments, which must end by themselves */
    static QuickStart rehearsed(Path folder, Map<String, String> environment, String... rehearsal)
            throws IOException, InterruptedException {
        var quick = new QuickStart(folder.resolve("start.aot"), packed(folder));
        var builder = new ProcessBuilder(quick.command("-XX:AOTCacheOutput=" + quick.cache, rehearsal));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("rehearsal.log").toFile());
        builder.redirectInput(ProcessBuilder.Redirect.PIPE);
        var code = builder.start().waitFor();
        if (code != 0) {
            throw new AssertionError("the rehearsal failed:\n" + Files.readString(folder.resolve("rehearsal.log")));
        }
        return quick;
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

    private static String packed(Path folder) {
        var entries = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator);
        return Arrays.stream(entries)
                .filter(entry -> !entry.isEmpty() && Files.exists(Path.of(entry)))
                .map(entry -> Files.isDirectory(Path.of(entry)) ? packed(folder, Path.of(entry)) : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String packed(Path folder, Path classes) {
        var jar = folder.resolve(Integer.toHexString(classes.toString().hashCode()) + ".jar")
                .toString();
        var tool = ToolProvider.findFirst("jar").orElseThrow();
        if (tool.run(System.out, System.err, "--create", "--no-compress", "--file", jar, "-C", classes.toString(), ".")
                != 0) {
            throw new AssertionError("cannot pack " + classes);
        }
        return jar;
    }
}
