package io.microwallet.api.bench.load;

import java.util.Locale;

/** Tells on standard error what is going on; on a terminal also, on a line that changes, how far it is. */
public final class Progress {
    private static final String CLEAR = "\r\u001b[K";

    private final boolean terminal =
            System.console() != null && System.console().isTerminal();

    public void say(String line, Object... values) {
        System.err.println((terminal ? CLEAR : "") + String.format(Locale.ROOT, line, values));
    }

    /** What the next line, of either kind, replaces. */
    public void now(String line, Object... values) {
        if (terminal) {
            System.err.print(CLEAR + String.format(Locale.ROOT, line, values));
            System.err.flush();
        }
    }
}
