package io.microwallet.embedded;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once a directory from the jar of this platform. */
final class PostgresSoftware {
    /** Names a folder for the programs of many databases, such as those of a test run; it must be its user's own. */
    private static final String SHARED = "microwallet.postgres.software";

    private static final int EXECUTABLE = 0100;

    private final Path home;

    private PostgresSoftware(Path home) {
        this.home = home;
    }

    /**
     * Kept in the database's own directory: a shared one under the temporary folder could be prepared by another user of the machine.
     *
     * @throws EmbeddedDatabaseException on a platform that has no programs in the jar
     */
    static PostgresSoftware unpacked(Path directory) throws IOException {
        var shared = System.getProperty(SHARED, "");
        var parent = Files.createDirectories(shared.isEmpty() ? directory : Path.of(shared));
        var connection = archive();
        try (var jar = connection.getJarFile()) {
            var home = parent.resolve(Long.toHexString(connection.getJarEntry().getCrc()));
            if (!Files.exists(home)) {
                var unfinished = Files.createTempDirectory(parent, "unfinished");
                unpack(jar, connection.getEntryName(), unfinished);
                publish(unfinished, home);
            }
            return new PostgresSoftware(home);
        }
    }

    private static void publish(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home);
        } catch (IOException e) {
            deleteTree(unfinished);
            // Somebody else was faster, with the same programs.
            if (!Files.exists(home)) {
                throw e;
            }
        }
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Of its own, to be closed: the jar's own checksum tells one set of programs from another without reading it. */
    private static JarURLConnection archive() throws IOException {
        var connection = (JarURLConnection) resource().openConnection();
        connection.setUseCaches(false);
        return connection;
    }

    private static URL resource() {
        var system = system();
        var architecture = switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
        var resource = PostgresSoftware.class.getResource("/postgres-" + system + '-' + architecture + ".txz");
        if (resource == null) {
            throw new EmbeddedDatabaseException("There is no embedded PostgreSQL for this platform (" + system + ' '
                    + architecture + "): name a PostgreSQL of your own with MICROWALLET_DB_URL.");
        }
        return resource;
    }

    private static String system() {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("linux")) {
            // It has another C library, which these programs don't run with.
            return Files.exists(Path.of("/etc/alpine-release")) ? "alpine" : "linux";
        }
        return os.contains("mac") ? "darwin" : os;
    }

    private static void unpack(JarFile jar, String archive, Path target) throws IOException {
        try (var in = jar.getInputStream(jar.getJarEntry(archive));
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, entry.resolveIn(target));
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        var executable = (entry.getMode() & EXECUTABLE) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
