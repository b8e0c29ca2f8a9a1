package io.microwallet.api.bench.measure;

import java.time.Duration;

/** How long it takes until the rate is what it was. */
public final class Recovery {
    /** Of the rate before: one second is a short time to measure in. */
    private static final double ENOUGH = 0.8;

    private static final int STEPS_MAX = 30;
    private static final Duration STEP_MAX = Duration.ofSeconds(1);

    private Recovery() {}

    /** Measures one short step after the other. */
    @FunctionalInterface
    public interface Step {
        double perSecond(Duration time) throws Exception;
    }

    /** @return seconds up to the end of the first step that is as good as before, or less than 0 if none is */
    public static double to(double perSecond, Duration burst, Step step) throws Exception {
        var time = burst.compareTo(STEP_MAX) < 0 ? burst : STEP_MAX;
        var begun = System.nanoTime();
        for (var i = 0; i < STEPS_MAX; i++) {
            if (step.perSecond(time) >= ENOUGH * perSecond) {
                return hundredths((System.nanoTime() - begun) / 1e9);
            }
        }
        return -1;
    }

    public static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
