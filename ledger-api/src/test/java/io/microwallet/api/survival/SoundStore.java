package io.microwallet.api.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.check.Fsck;
import io.microwallet.eventstore.check.FsckSettings;
import java.io.IOException;
import java.sql.SQLException;

/** What {@code fsck} says of the store after a scenario. */
final class SoundStore {
    private SoundStore() {}

    static void check(TestDatabase database) {
        try (var connection = database.owner().connect()) {
            var report = Fsck.run(connection, FsckSettings.of(0), Fsck.Progress.NONE);
            assertThat(report.findings()).isEmpty();
            assertThat(report.events()).isPositive();
        } catch (SQLException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
