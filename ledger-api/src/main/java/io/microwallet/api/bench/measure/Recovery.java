package io.microwallet.api.bench.measure;

/** How long it takes until the rate is what it was. */
public final class Recovery {
    /** Of the rate before: one second is a short time to measure in. */
    private static final double ENOUGH = 0.8;

    private static final int STEPS_MAX = 30;

    private Recovery() {}

    /** Measures one short step after the other. */
    @FunctionalInterface
    public interface Step {
        double perSecond() throws Exception;
    }

    /** @return seconds up to the end of the first step that is as good as before, or less than 0 if none is */
    public static double to(double perSecond, Step step) throws Exception {
        var begun = System.nanoTime();
        for (var i = 0; i < STEPS_MAX; i++) {
            if (step.perSecond() >= ENOUGH * perSecond) {
                return hundredths((System.nanoTime() - begun) / 1e9);
            }
        }
        return -1;
    }

    public static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
