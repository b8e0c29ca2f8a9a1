package io.microwallet.eventstore.check;

import io.microwallet.eventstore.check.finding.ProjectionCheck;
import io.microwallet.eventstore.heads.HeadsFile;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/**
 * What the log is compared with, besides its own indexes.
 *
 * @param heads the signed heads; without them a tail that was cut off, or a chain that was computed anew, is not seen
 * @param headKey what they are verified with
 */
public record FsckSettings(
        int partition, Optional<HeadsFile> heads, Optional<PublicKey> headKey, List<ProjectionCheck> projections) {
    public FsckSettings {
        projections = List.copyOf(projections);
    }

    /** The log and its indexes alone. */
    public static FsckSettings of(int partition) {
        return new FsckSettings(partition, Optional.empty(), Optional.empty(), List.of());
    }
}
