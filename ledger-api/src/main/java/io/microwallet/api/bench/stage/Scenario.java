package io.microwallet.api.bench.stage;

import io.microwallet.api.bench.measure.Figure;
import java.util.List;

/** One idea of what to measure. */
public interface Scenario {
    /** As on the command line and in the result. */
    String name();

    /** Leaves nothing running. */
    List<Figure> measure(Stage stage) throws Exception;
}
