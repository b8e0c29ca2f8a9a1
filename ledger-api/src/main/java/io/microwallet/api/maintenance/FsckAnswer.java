package io.microwallet.api.maintenance;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.output.Table;
import io.microwallet.api.cli.output.Table.Column;
import io.microwallet.eventstore.check.Invariant;
import io.microwallet.eventstore.check.Report;
import io.microwallet.eventstore.check.finding.Finding;
import tools.jackson.databind.JsonNode;

/** What {@code fsck} says, for programs and for people. */
final class FsckAnswer {
    private FsckAnswer() {}

    static JsonNode json(Report report) {
        var answer = Json.object()
                .put("sound", report.isSound())
                .put("position", report.position())
                .put("chain", report.chain())
                .put("events", report.events())
                .put("indexed", report.indexed())
                .put("heads", report.heads())
                .put("found", report.found());
        report.first().ifPresent(first -> answer.put("firstWrongPosition", first.position()));
        var findings = answer.putArray("findings");
        for (var finding : report.findings()) {
            findings.addObject()
                    .put("kind", finding.kind().name())
                    .put("position", finding.position())
                    .put("invariant", Invariant.brokenBy(finding.kind()).number())
                    .put("detail", finding.detail());
        }
        return answer;
    }

    static String text(Report report) {
        return report.first().map(first -> findings(report, first)).orElseGet(() -> sound(report));
    }

    private static String sound(Report report) {
        return "The books are whole: %,d events, the last at position %d.%n%s  chain    %s%n  indexed  to position %d%n"
                .formatted(report.events(), report.position(), heads(report), report.chain(), report.indexed());
    }

    private static String heads(Report report) {
        return report.heads() > 0
                ? "  heads    %,d signed ones stand in the log%n".formatted(report.heads())
                : "  heads    none were signed here: a tail that was cut off would not be seen%n".formatted();
    }

    private static String findings(Report report, Finding first) {
        var table = new Table(
                Column.right("POSITION"), Column.left("FINDING"), Column.right("BREAKS"), Column.left("WHAT"));
        report.findings()
                .forEach(finding -> table.row(
                        Long.toString(finding.position()),
                        finding.kind().name(),
                        Integer.toString(Invariant.brokenBy(finding.kind()).number()),
                        finding.detail()));
        return "THE BOOKS ARE NOT WHOLE. The first wrong position is %d; %,d findings.%n%n%s%n%s%n"
                .formatted(first.position(), report.found(), table, advice(report));
    }

    private static String advice(Report report) {
        return report.findings().stream().allMatch(finding -> finding.kind().isMendedByReindex())
                ? "The log is whole, and no money is lost: only what is built from it is wrong. Stop the service and run\n"
                        + "./microwallet reindex, then fsck again. Keep this output: it should not have happened."
                : "The log itself is wrong. Stop the service and write nothing more to this database. Keep a copy of it as it is,\n"
                        + "restore the newest backup or standby that passes fsck, and compare: positions before the first wrong one stand.";
    }
}
