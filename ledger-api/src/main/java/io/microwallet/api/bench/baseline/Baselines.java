package io.microwallet.api.bench.baseline;

import io.microwallet.api.bench.load.Progress;
import io.microwallet.embedded.DatabaseLogin;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Durable events a second, of the same bytes, on the same machine, in the same run.
 *
 * @param singleCommits one event a row, one row a commit, 32 connections
 * @param rowPerEvent 500 events a commit, a row each, with two tag rows and a key row; one backend
 * @param rowPerCommit 500 events in one row, alone; one backend
 */
public record Baselines(double singleCommits, double rowPerEvent, double rowPerCommit) {
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+)");

    /** Each for so long; before that, half as long to warm up. */
    public static Baselines measure(DatabaseLogin owner, List<byte[]> events, Duration time, Progress progress)
            throws Exception {
        // First, so that the write-ahead log's segments are there already when the others are measured.
        try (var rowPerCommit = new RowPerCommit(owner, events);
                var singleCommits = new SingleCommits(owner, events);
                var rowPerEvent = new RowPerEvent(owner, events)) {
            var log = perSecond("a row a commit", rowPerCommit, owner, time, progress);
            var single = perSecond("single commits", singleCommits, owner, time, progress);
            var rows = perSecond("a row an event", rowPerEvent, owner, time, progress);
            return new Baselines(single, rows, log);
        }
    }

    /** The machine drifts: what stood before and after the scenarios is what they are compared with. */
    public Baselines mean(Baselines other) {
        return new Baselines(
                (singleCommits + other.singleCommits) / 2,
                (rowPerEvent + other.rowPerEvent) / 2,
                (rowPerCommit + other.rowPerCommit) / 2);
    }

    private static double perSecond(
            String name, Baseline baseline, DatabaseLogin owner, Duration time, Progress progress) throws Exception {
        progress.now("baseline: %s", name);
        execute(owner, baseline.tables());
        baseline.insertUntil(System.nanoTime() + time.toNanos() / 2);
        var begun = System.nanoTime();
        var events = baseline.insertUntil(begun + time.toNanos());
        var perSecond = events / ((System.nanoTime() - begun) / 1e9);
        execute(owner, dropped(baseline.tables()));
        progress.say("  baseline, %s: %,.0f a second", name, perSecond);
        return perSecond;
    }

    private static List<String> dropped(List<String> tables) {
        return tables.stream()
                .map(TABLE::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(found -> "DROP TABLE " + found.group(1))
                .toList();
    }

    private static void execute(DatabaseLogin owner, List<String> statements) throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }
}
