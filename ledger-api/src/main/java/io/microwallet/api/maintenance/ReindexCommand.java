package io.microwallet.api.maintenance;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.output.OutputOptions;
import io.microwallet.api.cli.output.Table;
import io.microwallet.api.cli.output.Table.Column;
import io.microwallet.api.cli.service.CommandFailed;
import io.microwallet.api.listing.ListingProjection;
import io.microwallet.api.listing.PendingRefundProjection;
import io.microwallet.api.listing.PendingTopUpProjection;
import io.microwallet.api.overdue.DueProjection;
import io.microwallet.eventstore.rebuild.ProjectionTables;
import io.microwallet.eventstore.rebuild.Reindex;
import io.microwallet.eventstore.rebuild.WriterOpenException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code reindex}: drops everything that is built from the log, and builds it anew. */
@Command(
        name = "reindex",
        description = {
            "Drop the indexes and build them anew from the log, all or nothing; lists and searches are built anew by the service",
            "when it starts. Not while the service runs. The database is the embedded one of the data folder, or the one that",
            "MICROWALLET_MIGRATE_URL (with _USER and _PASSWORD) names."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Built anew.",
            "1:Refused, or failed: everything is as it was.",
            "2:Not called as it should be."
        })
public final class ReindexCommand implements Callable<Integer> {
    private static final int PARTITION = 0;
    private static final String UNIQUE_VIOLATION = "23505";

    private static final List<ProjectionTables> PROJECTIONS = List.of(
            new ProjectionTables(ListingProjection.NAME, List.of("listed", "text_index")),
            new ProjectionTables(PendingTopUpProjection.NAME, List.of("pending_top_up")),
            new ProjectionTables(PendingRefundProjection.NAME, List.of("pending_refund")),
            new ProjectionTables(DueProjection.NAME, List.of("due")));

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws SQLException {
        var report = rebuild(data.folder());
        output.print(json(report), () -> text(report));
        return 0;
    }

    private static Reindex.Report rebuild(Path data) throws SQLException {
        try (var database = OpenDatabase.ofOwner(data, System.getenv());
                var connection = database.connect();
                var progress = new ProgressLine("Building the indexes")) {
            return Reindex.run(connection, PARTITION, PROJECTIONS, progress::at);
        } catch (WriterOpenException _) {
            throw OpenDatabase.running();
        } catch (IllegalArgumentException e) {
            throw unreadable(e);
        } catch (SQLException e) {
            throw UNIQUE_VIOLATION.equals(e.getSQLState())
                    ? unreadable(e)
                    : new CommandFailed("The indexes are as they were: " + e.getMessage(), "");
        }
    }

    private static CommandFailed unreadable(Exception e) {
        return new CommandFailed(
                "The log cannot be indexed: " + e.getMessage() + ". The indexes are as they were.",
                "Run ./microwallet fsck: it says where the log is wrong.");
    }

    private static JsonNode json(Reindex.Report report) {
        var answer = Json.object().put("position", report.position());
        report.changed().forEach(answer.putArray("changed")::add);
        var before = answer.putObject("before");
        report.before().forEach(before::put);
        var after = answer.putObject("after");
        report.after().forEach(after::put);
        return answer;
    }

    private static String text(Reindex.Report report) {
        var table = new Table(Column.left("INDEX"), Column.left("SHA-256"), Column.left(""));
        report.after()
                .forEach((index, digest) ->
                        table.row(index, digest, report.changed().contains(index) ? "changed" : "as it was"));
        return "The indexes are built anew, to position %d.%n%n%s%n%s%n"
                .formatted(report.position(), table, "Lists and searches are built anew when the service starts.");
    }
}
