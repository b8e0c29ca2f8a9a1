package io.microwallet.api.launched;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One command line in a JVM of its own, run to its end. */
record Launched(int exitCode, List<String> lines, String errors) {
    private static final String SOFTWARE = "microwallet.postgres.software";
    private static final int MINUTES_MAX = 6;

    static Launched run(Path home, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Files.createDirectories(home);
        var out = home.resolve("out.txt");
        var errors = home.resolve("err.txt");
        var builder = new ProcessBuilder(command(arguments))
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MICROWALLET_"));
        builder.environment().put("MICROWALLET_HOME", home.toAbsolutePath().toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        return new Launched(process.exitValue(), Files.readAllLines(out), Files.readString(errors));
    }

    private static List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It lives for a minute at most: the second compiler would cost more than it gives back.
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-D" + SOFTWARE + '=' + System.getProperty(SOFTWARE, ""),
                "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                + File.pathSeparator);
        command.add("io.microwallet.api.MicroWallet");
        command.addAll(List.of(arguments));
        return command;
    }
}
