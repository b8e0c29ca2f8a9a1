package io.microwallet.api.survival;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tests run on: jars and folders of classes. */
final class ClassPath {
    private static final List<Path> ENTRIES = Arrays.stream(
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                            .split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .filter(Files::exists)
            .toList();

    private ClassPath() {}

    /** Another one as soon as any file of it was written again. */
    static String fingerprint() {
        var state = ENTRIES.stream()
                .flatMap(ClassPath::files)
                .map(file -> file + " " + file.toFile().length() + ' '
                        + file.toFile().lastModified())
                .sorted()
                .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(state.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Stream<Path> files(Path entry) {
        try (var files = Files.walk(entry)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with a jar, in that folder, in place of each folder of classes. */
    static String inJars(Path folder) {
        return ENTRIES.stream()
                .map(entry -> Files.isDirectory(entry) ? jar(folder, entry) : entry)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Writes those jars. */
    static void pack(Path folder) {
        ENTRIES.stream().filter(Files::isDirectory).forEach(entry -> pack(entry, jar(folder, entry)));
    }

    private static Path jar(Path folder, Path classes) {
        return folder.resolve(Integer.toHexString(classes.toString().hashCode()) + ".jar");
    }

    private static void pack(Path classes, Path jar) {
        var tool = ToolProvider.findFirst("jar").orElseThrow();
        var options = Stream.of("--create", "--no-compress", "--file", jar.toString(), "-C", classes.toString(), ".");
        if (tool.run(System.out, System.err, options.toArray(String[]::new)) != 0) {
            throw new AssertionError("cannot pack " + classes);
        }
    }
}
