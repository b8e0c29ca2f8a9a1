package io.microwallet.api.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.microwallet.embedded.DatabaseLogin;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import tools.jackson.databind.node.ObjectNode;

/** Processor time and bytes used up to now: by this JVM, client included, and by PostgreSQL. */
final class Use {
    private static final String WAL = "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')";

    private final DatabaseLogin login;
    private final PostgresCpu postgres;

    Use(DatabaseLogin login) throws SQLException {
        this.login = login;
        this.postgres = PostgresCpu.of(login);
    }

    /**
     * @param postgresSeconds less than 0 where it is not known
     * @param walBytes what PostgreSQL wrote ahead, index and projections included
     */
    record Sample(double jvmSeconds, double postgresSeconds, long allocatedBytes, long walBytes) {
        /** What was used since, a command. */
        void since(Sample before, long commands, ObjectNode json) {
            var each = 1.0 / Math.max(1, commands);
            json.put("jvmCpuMicros", tenths((jvmSeconds - before.jvmSeconds) * 1e6 * each));
            if (before.postgresSeconds >= 0) {
                json.put("postgresCpuMicros", tenths((postgresSeconds - before.postgresSeconds) * 1e6 * each));
            }
            json.put("jvmBytes", Math.round((allocatedBytes - before.allocatedBytes) * each));
            json.put("postgresBytes", Math.round((walBytes - before.walBytes) * each));
        }

        private static double tenths(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }

    Sample sample() throws SQLException {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return new Sample(
                system.getProcessCpuTime() / 1e9,
                postgres.seconds().orElse(-1),
                threads.getTotalThreadAllocatedBytes(),
                wal());
    }

    private long wal() throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(WAL)) {
            row.next();
            return row.getLong(1);
        }
    }
}
