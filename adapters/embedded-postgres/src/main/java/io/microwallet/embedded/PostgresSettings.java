package io.microwallet.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;

/** What the server is started with. It is given on the command line, and so wins over every file. */
final class PostgresSettings {
    private static final long MEBIBYTE = 1 << 20;
    private static final long BUFFERS_MIN = 128 * MEBIBYTE;
    private static final long BUFFERS_MAX = 1024 * MEBIBYTE;
    private static final int SHARE_OF_MEMORY = 16;

    /**
     * Each checkpoint lets a wave of full page images follow, and writes out every page of the indexes: so few of them, on a write-ahead
     * log that is large, but grows only as far as it is used. Fresh segments of it halve the insert rate until they are recycled: hence
     * the equal sizes. The server's log has no statements and no values, which may be personal.
     */
    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("min_wal_size", "4GB"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("wal_buffers", "64MB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_statement", "none"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"));

    private PostgresSettings() {}

    /** Name and value, for a machine, or a container, with so many bytes of memory. */
    static Map<String, String> forMemory(long memory) {
        var buffers = Math.clamp(memory / SHARE_OF_MEMORY, BUFFERS_MIN, BUFFERS_MAX);
        var settings = new TreeMap<>(FIXED);
        settings.put("shared_buffers", buffers / MEBIBYTE + "MB");
        return settings;
    }

    static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
