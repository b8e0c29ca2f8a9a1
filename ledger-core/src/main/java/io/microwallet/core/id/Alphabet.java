package io.microwallet.core.id;

/** A set of ASCII characters that texts are checked against, without a regular expression. */
public final class Alphabet {
    private final long low;
    private final long high;

    private Alphabet(long low, long high) {
        this.low = low;
        this.high = high;
    }

    /** The characters of all these ranges, each two characters long: {@code of("az", "09", "--")}. */
    public static Alphabet of(String... ranges) {
        long low = 0;
        long high = 0;
        for (var range : ranges) {
            for (var c = range.charAt(0); c <= range.charAt(1); c++) {
                low |= c < Long.SIZE ? 1L << c : 0;
                high |= c < Long.SIZE ? 0 : 1L << (c - Long.SIZE);
            }
        }
        return new Alphabet(low, high);
    }

    public boolean has(char c) {
        if (c >= 2 * Long.SIZE) {
            return false;
        }
        return ((c < Long.SIZE ? low >>> c : high >>> (c - Long.SIZE)) & 1) == 1;
    }

    /** Whether the text has between {@code min} and {@code max} characters, all of them in here. */
    public boolean spells(String text, int min, int max) {
        if (text.length() < min || text.length() > max) {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            if (!has(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
