package io.microwallet.api.export.format;

/** Makes any text safe in a cell: no spreadsheet takes it for a formula, and it stays on its line. */
final class CsvCell {
    /** What starts a formula somewhere, the full-width signs of East Asian spreadsheets included. */
    private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvCell() {}

    static String harmless(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(isPrintable(c) ? c : ' '));
        var cell = line.toString().strip();
        // The quote is the spreadsheets' own mark of a text.
        return cell.isEmpty() || FORMULA_STARTS.indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
