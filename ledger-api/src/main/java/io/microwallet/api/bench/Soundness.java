package io.microwallet.api.bench;

import io.microwallet.api.bench.load.Progress;
import io.microwallet.api.listing.ListedCheck;
import io.microwallet.api.listing.PendingRefundCheck;
import io.microwallet.api.listing.PendingTopUpCheck;
import io.microwallet.api.listing.TextIndexCheck;
import io.microwallet.api.overdue.DueCheck;
import io.microwallet.embedded.DatabaseLogin;
import io.microwallet.eventstore.check.Fsck;
import io.microwallet.eventstore.check.FsckSettings;
import io.microwallet.eventstore.check.finding.ProjectionCheck;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** fsck over what a scenario left: the log, its indexes and every projection. */
final class Soundness {
    private static final int PARTITION = 0;
    private static final int TOLD_EVERY = 10_000;

    private Soundness() {}

    private static List<ProjectionCheck> projections() {
        return List.of(
                new ListedCheck(PARTITION),
                new TextIndexCheck(PARTITION),
                new PendingTopUpCheck(PARTITION),
                new PendingRefundCheck(PARTITION),
                new DueCheck(PARTITION, InstantSource.system()));
    }

    static boolean check(DatabaseLogin service, boolean projections, Progress progress)
            throws SQLException, IOException {
        var settings = new FsckSettings(
                PARTITION, Optional.empty(), Optional.empty(), projections ? projections() : List.of());
        var begun = System.nanoTime();
        try (var connection = service.connect()) {
            var report = Fsck.run(connection, settings, (position, last) -> {
                if (position % TOLD_EVERY == 0) {
                    progress.now("fsck: position %,d of %,d", position, last);
                }
            });
            progress.say(
                    "  fsck: %,d events in %.1f s, %s",
                    report.events(), (System.nanoTime() - begun) / 1e9, report.isSound() ? "sound" : "NOT SOUND");
            report.first().ifPresent(finding -> progress.say("    %s", finding));
            return report.isSound();
        }
    }
}
