package io.microwallet.api.bench;

import io.microwallet.api.cli.output.Json;
import io.microwallet.embedded.DatabaseLogin;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import tools.jackson.databind.node.ObjectNode;

/** What the figures were measured on. */
final class Machine {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";

    private Machine() {}

    static ObjectNode json(DatabaseLogin login) throws SQLException {
        var json = Json.object();
        json.put("cores", Runtime.getRuntime().availableProcessors()).put("cpu", cpu());
        json.put("os", System.getProperty("os.name") + ' ' + System.getProperty("os.version"));
        json.put("java", System.getProperty("java.vm.name") + ' ' + System.getProperty("java.version"));
        json.put("heapMaxMiB", Runtime.getRuntime().maxMemory() >> 20);
        json.put(
                "collector",
                ManagementFactory.getGarbageCollectorMXBeans().getFirst().getName());
        try (var connection = login.connect()) {
            json.put("postgresql", connection.getMetaData().getDatabaseProductVersion());
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("SHOW " + setting)) {
                    rows.next();
                    json.put(setting, rows.getString(1));
                }
            }
        }
        return json;
    }

    private static String cpu() {
        try (var lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith(MODEL))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException _) {
            return System.getProperty("os.arch");
        }
    }
}
