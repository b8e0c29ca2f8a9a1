package io.microwallet.api.bench.stage;

import io.microwallet.api.bench.load.Progress;
import io.microwallet.api.bench.measure.Spans;
import io.microwallet.embedded.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a scenario runs: on an empty, migrated database.
 *
 * @param folder its own, empty
 * @param inFlight how many commands are kept in flight, a figure each
 * @param projections whether the service's run too
 */
public record Stage(
        EmbeddedDatabase database,
        Path folder,
        Scale scale,
        Spans spans,
        List<Integer> inFlight,
        boolean projections,
        Progress progress) {

    /** For what the log and its index alone are asked about. */
    public Stage withoutProjections() {
        return new Stage(database, folder, scale, spans, inFlight, false, progress);
    }

    /** The same on another database. */
    public Stage over(EmbeddedDatabase other, Path data) {
        return new Stage(other, data, scale, spans, inFlight, projections, progress);
    }

    public int mostInFlight() {
        return inFlight.stream().mapToInt(Integer::intValue).max().orElse(1);
    }
}
