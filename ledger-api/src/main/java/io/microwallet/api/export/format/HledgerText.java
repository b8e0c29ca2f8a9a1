package io.microwallet.api.export.format;

import java.text.Normalizer;

/**
 * Makes any text safe inside a comment of an hledger journal: one line of plain ASCII that holds no tag, no date and no
 * second comment. ASCII, because hledger refuses a whole file for one é wherever the locale is C.
 */
final class HledgerText {
    /** {@code :} and {@code ,} make tags, brackets dates, {@code ;} comments, {@code |} payees; {@code \} is our own escape. */
    private static final String MEANINGFUL = ":,[]{}()<>;|=*!@#%~\"'`\\";

    private static final String REFERENCE_PUNCTUATION = "._:-";

    private HledgerText() {}

    /** A name: its letters, digits and symbols, those beyond ASCII by their code point in braces. */
    static String harmless(String text) {
        var harmless = new StringBuilder(text.length());
        // Compatibility decomposition turns é into e with an accent, and full-width signs into the ones that we look
        // for.
        Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().forEach(c -> append(harmless, c));
        return harmless.toString().replaceAll(" +", " ").strip();
    }

    /** A reference as the API takes it; anything else in it becomes {@code _}. */
    static String reference(String text) {
        var word = new StringBuilder(text.length());
        text.codePoints().forEach(c -> word.append(isOfReference(c) ? (char) c : '_'));
        return word.toString();
    }

    private static boolean isOfReference(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || REFERENCE_PUNCTUATION.indexOf(c) >= 0);
    }

    private static void append(StringBuilder harmless, int c) {
        if (c < 0x80) {
            harmless.append(c > ' ' && c < 0x7F && MEANINGFUL.indexOf(c) < 0 ? (char) c : ' ');
        } else if (isVisible(c)) {
            harmless.append("\\u{").append(Integer.toHexString(c)).append('}');
        } else if (!isLatinAccent(c)) {
            harmless.append(' ');
        }
    }

    private static boolean isLatinAccent(int c) {
        return c >= 0x300 && c <= 0x36F;
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> !isLatinAccent(c);
        };
    }
}
