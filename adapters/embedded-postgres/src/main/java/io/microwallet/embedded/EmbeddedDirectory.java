package io.microwallet.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A directory that belongs to the embedded database alone, locked by this process for as long as it is open. */
final class EmbeddedDirectory implements AutoCloseable {
    private static final String MARKER = "microwallet-postgres";
    private static final String MARKER_TEXT =
            "MicroWallet's embedded PostgreSQL, layout 1. Delete the whole directory to reset it.\n";
    private static final String OWNER_ONLY = "rwx------";

    /** POSIX drops a process's lock when it closes any handle of the file: so a second try in this process must not even open it. */
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel lockFile;

    private EmbeddedDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** @throws EmbeddedDatabaseException if the directory holds anything else, or somebody has it */
    static EmbeddedDirectory open(Path dir) throws IOException {
        var root = dir.toAbsolutePath().normalize();
        claim(root);
        if (!OPEN_HERE.add(root)) {
            throw inUse(root);
        }
        try {
            return new EmbeddedDirectory(root, locked(root));
        } catch (IOException | RuntimeException e) {
            OPEN_HERE.remove(root);
            throw e;
        }
    }

    private static FileChannel locked(Path root) throws IOException {
        var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw inUse(root);
        }
        return channel;
    }

    private static DirectoryInUseException inUse(Path root) {
        return new DirectoryInUseException("Another MicroWallet is running on " + root
                + ": stop it first, or name another directory with --data.");
    }

    Path postgresData() {
        return root.resolve("data");
    }

    Path unfinishedData() {
        return root.resolve("data.unfinished");
    }

    Path software() {
        return root.resolve("software");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path credentials() {
        return credentials(root);
    }

    static Path credentials(Path root) {
        return root.resolve("credentials");
    }

    /** The operating system lets go of the lock by itself when the process dies. */
    @Override
    public void close() throws IOException {
        lockFile.close();
        OPEN_HERE.remove(root);
    }

    private static void claim(Path root) throws IOException {
        if (!Files.exists(root)) {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(OWNER_ONLY));
        }
        if (!Files.isDirectory(root) || !Files.isWritable(root)) {
            throw new EmbeddedDatabaseException(root + " is no directory that this user may write to.");
        }
        if (Files.exists(root.resolve(MARKER))) {
            return;
        }
        if (!isEmpty(root)) {
            throw new EmbeddedDatabaseException(
                    root + " holds files, but is no embedded database of MicroWallet: name an empty or new directory.");
        }
        Files.writeString(root.resolve(MARKER), MARKER_TEXT);
    }

    private static boolean isEmpty(Path root) throws IOException {
        try (var files = Files.list(root)) {
            return files.findAny().isEmpty();
        }
    }
}
