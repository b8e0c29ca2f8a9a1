package io.microwallet.api.maintenance;

import io.microwallet.api.cli.output.OutputOptions;
import io.microwallet.api.cli.service.CommandFailed;
import io.microwallet.api.listing.ListedCheck;
import io.microwallet.api.listing.PendingRefundCheck;
import io.microwallet.api.listing.PendingTopUpCheck;
import io.microwallet.api.listing.TextIndexCheck;
import io.microwallet.api.overdue.DueCheck;
import io.microwallet.eventstore.check.Fsck;
import io.microwallet.eventstore.check.FsckSettings;
import io.microwallet.eventstore.check.Report;
import io.microwallet.eventstore.heads.HeadKeys;
import io.microwallet.eventstore.heads.HeadsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fsck}: replays the log and compares everything that stands on it. */
@Command(
        name = "fsck",
        description = {
            "Prove the books whole: replay the log from its first row, and compare hashes, signed heads, indexes, totals and",
            "wallets with it. Reads only; works while the service runs, and while it does not. The database is the embedded",
            "one of the data folder, or the one that MICROWALLET_DB_URL (with _USER and _PASSWORD) names."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The books are whole.",
            "1:They are not, or could not be read.",
            "2:Not called as it should be."
        })
public final class FsckCommand implements Callable<Integer> {
    private static final int PARTITION = 0;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws SQLException, IOException {
        var report = check(data.folder());
        output.print(FsckAnswer.json(report), () -> FsckAnswer.text(report));
        return report.isSound() ? 0 : 1;
    }

    /** The same for the demo, at its end. @param data the data folder */
    public static Report check(Path data) throws SQLException, IOException {
        var settings = new FsckSettings(
                PARTITION,
                Optional.of(HeadsFile.in(data)),
                HeadKeys.publicKey(data.resolve("keys")),
                List.of(
                        new ListedCheck(PARTITION),
                        new TextIndexCheck(PARTITION),
                        new PendingTopUpCheck(PARTITION),
                        new PendingRefundCheck(PARTITION),
                        new DueCheck(PARTITION, InstantSource.system())));
        try (var database = OpenDatabase.ofService(data, System.getenv());
                var connection = database.connect();
                var progress = new ProgressLine("Replaying the log")) {
            return Fsck.run(connection, settings, progress::at);
        } catch (SQLException e) {
            throw new CommandFailed("The database cannot be read: " + e.getMessage(), "");
        }
    }
}
