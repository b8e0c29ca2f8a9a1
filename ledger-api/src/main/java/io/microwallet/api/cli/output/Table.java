package io.microwallet.api.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Help.Ansi;

/** Rows under titles, each column as wide as its widest cell. */
public final class Table {
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** Amounts stand on the right of their column, so that their decimals are in line. */
    public record Column(String title, boolean right) {
        public static Column left(String title) {
            return new Column(title, false);
        }

        public static Column right(String title) {
            return new Column(title, true);
        }
    }

    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** @throws IllegalArgumentException unless there is a cell for each column */
    public Table row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** Titles alone where there is no row. */
    @Override
    public String toString() {
        var titles = line(columns.stream().map(Column::title).toList());
        var text = new StringBuilder(Ansi.AUTO.string("@|bold " + titles + "|@")).append('\n');
        rows.forEach(row -> text.append(line(row)).append('\n'));
        return text.toString();
    }

    private String line(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> cell(i, cells.get(i)))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private String cell(int column, String text) {
        var padding = " ".repeat(width(column) - length(text));
        return columns.get(column).right() ? padding + text : text + padding;
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> length(row.get(column)))
                .reduce(columns.get(column).title().length(), Math::max);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
