package io.microwallet.api.maintenance;

import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Help.Ansi;

/** Says on a terminal, on one line that changes, how far long work is; says nothing where nobody looks. */
final class ProgressLine implements AutoCloseable {
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final String CLEAR = "\r\u001b[K";

    private final String what;
    private final boolean shown = Ansi.AUTO.enabled();
    private long told = System.nanoTime();

    ProgressLine(String what) {
        this.what = what;
    }

    void at(long position, long last) {
        if (shown && System.nanoTime() - told > EVERY_NANOS) {
            told = System.nanoTime();
            System.err.printf(
                    "%s%s: position %,d of %,d (%d %%)",
                    CLEAR, what, position, last, 100 * position / Math.max(1, last));
        }
    }

    @Override
    public void close() {
        if (shown) {
            System.err.print(CLEAR);
        }
    }
}
