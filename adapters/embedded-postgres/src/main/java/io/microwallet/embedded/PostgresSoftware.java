package io.microwallet.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
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
        var archive = archive();
        var home = parent.resolve(digest(archive));
        if (!Files.exists(home)) {
            var unfinished = Files.createTempDirectory(parent, "unfinished");
            unpack(archive, unfinished);
            publish(unfinished, home);
        }
        return new PostgresSoftware(home);
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

    private static byte[] archive() throws IOException {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var system = os.contains("mac") ? "Darwin" : os.contains("linux") ? "Linux" : os;
        try (InputStream in =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, System.getProperty("os.arch", ""))) {
            return in.readAllBytes();
        } catch (IllegalStateException e) {
            throw new EmbeddedDatabaseException(
                    "There is no embedded PostgreSQL for this platform (" + os
                            + "): name a PostgreSQL of your own with MICROWALLET_DB_URL.",
                    e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
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

    private static String digest(byte[] archive) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
