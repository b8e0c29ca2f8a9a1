package io.microwallet.core.audit;

import io.microwallet.core.audit.model.Step;
import java.util.ArrayList;
import java.util.List;

/** Makes a story that fails as short as it gets. */
final class Shortest {
    private static final int REPLAYS_MAX = 3_000;

    private final String kind;
    private int replays;

    private Shortest(String failure) {
        kind = kind(failure);
    }

    /** Steps that fail in the same way, of which none can be left out; they end where they fail. */
    static List<Step> of(Audit.Played failed) {
        return new Shortest(failed.failure().orElseThrow()).shorten(failed.steps());
    }

    /** What comes before the details. */
    private static String kind(String failure) {
        return failure.split("[\\[{\\n=]", 2)[0];
    }

    private List<Step> shorten(List<Step> failing) {
        var steps = new ArrayList<>(failing);
        for (var piece = Math.max(1, steps.size() / 2); piece >= 1; piece = piece == 1 ? 0 : piece / 2) {
            steps = without(steps, piece);
        }
        return steps;
    }

    /** Without each run of so many steps that is not needed. */
    private ArrayList<Step> without(ArrayList<Step> failing, int piece) {
        var steps = failing;
        for (var from = steps.size() - piece; from >= 0 && replays < REPLAYS_MAX; from -= piece) {
            var fewer = new ArrayList<>(steps.subList(0, from));
            fewer.addAll(steps.subList(Math.min(steps.size(), from + piece), steps.size()));
            replays++;
            var played = Audit.replay(fewer);
            if (played.failure().filter(failure -> kind(failure).equals(kind)).isPresent()) {
                steps = new ArrayList<>(played.steps());
                from = Math.min(from, steps.size());
            }
        }
        return steps;
    }
}
