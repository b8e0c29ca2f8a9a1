package io.microwallet.api.bench;

import io.microwallet.api.bench.baseline.Baselines;
import io.microwallet.api.bench.measure.Figure;
import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.output.Table;
import io.microwallet.api.cli.output.Table.Column;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** What a run measured; {@code bench-result.schema.json} beside this class describes it as JSON. */
record BenchResult(ObjectNode machine, Baselines baselines, List<Checked> checked) {

    /** @param sound whether fsck found nothing in what its scenario left */
    record Checked(Figure figure, boolean sound) {}

    boolean isSound() {
        return checked.stream().allMatch(Checked::sound);
    }

    boolean isClean() {
        return checked.stream().allMatch(each -> each.figure().isClean());
    }

    ObjectNode json() {
        var json = Json.object();
        json.set("machine", machine);
        json.putObject("baselines")
                .put("singleCommits", hundredths(baselines.singleCommits()))
                .put("rowPerEvent", hundredths(baselines.rowPerEvent()))
                .put("rowPerCommit", hundredths(baselines.rowPerCommit()));
        var scenarios = json.putArray("scenarios");
        checked.forEach(each -> scenarios.add(json(each)));
        return json;
    }

    private ObjectNode json(Checked each) {
        var figure = each.figure();
        var rate = figure.rate();
        var json = Json.object().put("name", figure.name());
        if (!figure.variant().isEmpty()) {
            json.put("variant", figure.variant());
        }
        json.put("inFlight", figure.inFlight()).put("sustained", figure.sustained());
        json.put("seconds", hundredths(rate.seconds()))
                .put("successes", rate.successes())
                .put("failures", rate.failures());
        json.put("perSecond", hundredths(rate.perSecond()));
        json.put("p50Ms", rate.p50()).put("p99Ms", rate.p99());
        json.put("p999Ms", rate.p999()).put("maxMs", rate.max());
        json.put("overSingleCommits", hundredths(rate.perSecond() / baselines.singleCommits()));
        json.put("overRowPerEvent", hundredths(rate.perSecond() / baselines.rowPerEvent()));
        json.put("maxIndexLag", figure.maxIndexLag());
        json.setAll(figure.details());
        return json.put("sound", each.sound());
    }

    String table() {
        var table = new Table(
                Column.left("SCENARIO"),
                Column.right("IN FLIGHT"),
                Column.left("LOAD"),
                Column.right("A SECOND"),
                Column.right("x SINGLE COMMITS"),
                Column.right("x ROW PER EVENT"),
                Column.right("P50 MS"),
                Column.right("P99 MS"),
                Column.right("µS JVM + PG"),
                Column.right("INDEX LAG"),
                Column.left("FSCK"));
        checked.forEach(each -> row(table, each));
        baseline(table, "single commits", baselines.singleCommits());
        baseline(table, "row per event", baselines.rowPerEvent());
        baseline(table, "row per commit", baselines.rowPerCommit());
        return table.toString();
    }

    private void row(Table table, Checked each) {
        var figure = each.figure();
        var rate = figure.rate();
        table.row(
                (figure.name() + ' ' + figure.variant()).strip(),
                number("%,d", figure.inFlight()),
                figure.sustained() ? "sustained" : "burst",
                number("%,.0f", rate.perSecond()),
                number("%.2f", rate.perSecond() / baselines.singleCommits()),
                number("%.2f", rate.perSecond() / baselines.rowPerEvent()),
                number("%.1f", rate.p50()),
                number("%.1f", rate.p99()),
                cpu(figure),
                number("%,d", figure.maxIndexLag()),
                each.sound() ? "sound" : "NOT SOUND");
    }

    private static String cpu(Figure figure) {
        var details = figure.details();
        return details.has("jvmCpuMicros")
                ? details.path("jvmCpuMicros").asString() + " + "
                        + details.path("postgresCpuMicros").asString("?")
                : "";
    }

    private void baseline(Table table, String name, double perSecond) {
        table.row(
                name,
                "",
                "",
                number("%,.0f", perSecond),
                number("%.2f", perSecond / baselines.singleCommits()),
                number("%.2f", perSecond / baselines.rowPerEvent()),
                "",
                "",
                "",
                "",
                "");
    }

    private static String number(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static double hundredths(double ratio) {
        return Math.round(ratio * 100) / 100.0;
    }
}
