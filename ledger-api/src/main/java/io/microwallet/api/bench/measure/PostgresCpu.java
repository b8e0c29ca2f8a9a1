package io.microwallet.api.bench.measure;

import io.microwallet.embedded.DatabaseLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The processor time of a PostgreSQL on this machine: of its postmaster, and of all its children, ended ones too. Linux only. */
final class PostgresCpu {
    private static final Path PROCESSES = Path.of("/proc");
    /** Of which /proc counts processor time, on every Linux. */
    private static final double TICKS_A_SECOND = 100;

    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int CHILDREN_SYSTEM = 14;

    private final int postmaster;

    private PostgresCpu(int postmaster) {
        this.postmaster = postmaster;
    }

    static PostgresCpu of(DatabaseLogin login) throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return new PostgresCpu(parent(row.getInt(1)).orElse(-1));
        }
    }

    /** Empty where it cannot be known. */
    OptionalDouble seconds() {
        if (postmaster < 0) {
            return OptionalDouble.empty();
        }
        try (var processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            var ticks = 0L;
            for (var process : processes) {
                ticks += ticks(process);
            }
            return OptionalDouble.of(ticks / TICKS_A_SECOND);
        } catch (IOException _) {
            return OptionalDouble.empty();
        }
    }

    private long ticks(Path process) {
        var stat = stat(process);
        var itself = process.getFileName().toString().equals(Integer.toString(postmaster));
        if (stat.length <= CHILDREN_SYSTEM || !itself && Integer.parseInt(stat[PARENT]) != postmaster) {
            return 0;
        }
        var sum = Long.parseLong(stat[USER]) + Long.parseLong(stat[USER + 1]);
        return itself ? sum + Long.parseLong(stat[CHILDREN_SYSTEM - 1]) + Long.parseLong(stat[CHILDREN_SYSTEM]) : sum;
    }

    private static OptionalInt parent(int process) {
        var stat = stat(PROCESSES.resolve(Integer.toString(process)));
        return stat.length > PARENT ? OptionalInt.of(Integer.parseInt(stat[PARENT])) : OptionalInt.empty();
    }

    /** The fields behind the name, which may hold anything; none where the process has ended. */
    private static String[] stat(Path process) {
        try {
            var text = Files.readString(process.resolve("stat"));
            return text.substring(text.lastIndexOf(')') + 2).split(" ");
        } catch (IOException _) {
            return new String[0];
        }
    }
}
