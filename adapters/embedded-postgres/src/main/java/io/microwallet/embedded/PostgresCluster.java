package io.microwallet.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One PostgreSQL server process and its data, driven by PostgreSQL's own {@code initdb} and {@code pg_ctl}. */
final class PostgresCluster {
    static final String ADMINISTRATOR = "postgres";
    private static final String MAJOR_VERSION = "18";
    private static final String WAIT_SECONDS = "60";
    private static final int LOG_LINES_IN_MESSAGE = 8;
    private static final long LOG_BYTES_MAX = 10L << 20;

    private final PostgresSoftware software;
    private final EmbeddedDirectory directory;

    PostgresCluster(PostgresSoftware software, EmbeddedDirectory directory) {
        this.software = software;
        this.directory = directory;
    }

    boolean exists() {
        return Files.exists(directory.postgresData());
    }

    /** Makes the data in a folder of another name and renames it when whole: a crash in the middle leaves no half database. */
    void create(String administratorPassword) throws IOException {
        var unfinished = directory.unfinishedData();
        PostgresSoftware.deleteTree(unfinished);
        var passwordFile = directory.log().resolveSibling("initdb.password");
        Credentials.writeSecret(passwordFile, administratorPassword);
        try {
            run(
                    "initdb",
                    List.of(
                            "--pgdata=" + unfinished,
                            "--username=" + ADMINISTRATOR,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--no-locale",
                            "--data-checksums"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(unfinished, directory.postgresData(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits until the server takes connections. {@code alterable} settings are left to its files. */
    void start(int port, Set<String> alterable) throws IOException {
        requireVersion();
        rotateLog();
        var options = PostgresSettings.forMemory(PostgresSettings.memory()).entrySet().stream()
                .filter(setting -> !alterable.contains(setting.getKey()))
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" ", "-p " + port + " ", ""));
        try {
            run(
                    "pg_ctl",
                    List.of(
                            "start",
                            "-D",
                            data(),
                            "-l",
                            directory.log().toString(),
                            "-o",
                            options,
                            "-w",
                            "-t",
                            WAIT_SECONDS));
        } catch (EmbeddedDatabaseException e) {
            throw new EmbeddedDatabaseException(e.getMessage() + lastLinesOfLog(), e);
        }
    }

    void stop() throws IOException {
        run("pg_ctl", List.of("stop", "-D", data(), "-m", "fast", "-w", "-t", WAIT_SECONDS));
    }

    /**
     * A killed JVM leaves its server running. A number in the file alone proves nothing, since after a restart of the machine it may be
     * anyone's: only a PostgreSQL that was started on our folder is stopped.
     */
    void stopLeftover() throws IOException {
        var pidFile = directory.postgresData().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        if (isOurServer(pidFile)) {
            stop();
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    private boolean isOurServer(Path pidFile) throws IOException {
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            return false;
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .flatMap(process -> process.info().commandLine())
                .filter(command -> command.contains("/bin/postgres") && command.contains(data()))
                .isPresent();
    }

    private void requireVersion() throws IOException {
        var version =
                Files.readString(directory.postgresData().resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new EmbeddedDatabaseException(directory.postgresData() + " was made by PostgreSQL " + version
                    + ", and the embedded one is " + MAJOR_VERSION + ": move the data with pg_dump and pg_restore.");
        }
    }

    private String data() {
        return directory.postgresData().toString();
    }

    private void rotateLog() throws IOException {
        var log = directory.log();
        if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
            Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String lastLinesOfLog() throws IOException {
        if (!Files.exists(directory.log())) {
            return "";
        }
        var lines = Files.readAllLines(directory.log(), StandardCharsets.UTF_8);
        var last = lines.subList(Math.max(0, lines.size() - LOG_LINES_IN_MESSAGE), lines.size());
        return "\nThe end of " + directory.log() + ":\n  " + String.join("\n  ", last);
    }

    private void run(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<>(RootAccount.wrapper());
        command.add(software.program(program));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var status = exitStatus(process);
        if (status != 0) {
            throw new EmbeddedDatabaseException(
                    "PostgreSQL's " + program + " failed with status " + status + ":\n" + output.strip());
        }
    }

    private static int exitStatus(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedDatabaseException("Interrupted while PostgreSQL was starting or stopping.", e);
        }
    }
}
