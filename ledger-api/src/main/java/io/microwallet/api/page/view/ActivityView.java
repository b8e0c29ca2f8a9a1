package io.microwallet.api.page.view;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a wallet, newest first.
 *
 * @param next where older lines go on; null if there are none
 */
public record ActivityView(List<Line> lines, @Nullable Long next) {
    /** How a line is drawn. */
    public enum Tone {
        IN,
        OUT,
        WAITING,
        FAILED,
        NOTE;

        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param at RFC 3339, for machines
     * @param when the same, for people
     * @param amount signed; null where no money moved
     * @param receipt the id of the purchase that has one; null for all else
     */
    public record Line(
            Tone tone,
            String title,
            String at,
            String when,
            @Nullable String amount,
            @Nullable String receipt) {}
}
