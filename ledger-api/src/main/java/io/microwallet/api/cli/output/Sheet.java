package io.microwallet.api.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One object as a person reads it: a line for each member, a table for each list of objects below. */
public final class Sheet {
    private static final String INDENT = "  ";

    private Sheet() {}

    public static String of(JsonNode object) {
        return lines(object, "").collect(Collectors.joining());
    }

    private static Stream<String> lines(JsonNode object, String around) {
        var currency = Cells.currency(object).orElse(around);
        var width = object.propertyStream()
                .filter(member -> !isTable(member.getValue()))
                .mapToInt(member -> Cells.title(member.getKey()).length())
                .max()
                .orElse(0);
        var lines = new ArrayList<String>();
        object.propertyStream()
                .filter(member -> !isTable(member.getValue()))
                .forEach(member -> lines.add(line(object, member, width, currency)));
        object.propertyStream()
                .filter(member -> isTable(member.getValue()))
                .forEach(member -> lines.addAll(table(member, currency)));
        return lines.stream();
    }

    private static String line(JsonNode object, Entry<String, JsonNode> member, int width, String currency) {
        var value = Cells.member(object, member.getKey(), currency);
        return "%s  %s"
                        .formatted(pad(Cells.title(member.getKey()), width), value)
                        .stripTrailing()
                + '\n';
    }

    private static String pad(String title, int width) {
        return title + " ".repeat(width - title.length());
    }

    /** What is not an amount itself. */
    private static boolean isTable(JsonNode value) {
        return value.isArray() && !value.isEmpty() && value.get(0).isObject() && !Cells.isMoney(value.get(0))
                || value.isObject() && value.valueStream().anyMatch(JsonNode::isContainer) && !Cells.isMoney(value);
    }

    private static List<String> table(Entry<String, JsonNode> member, String currency) {
        var value = member.getValue();
        var text = value.isObject()
                ? lines(value, currency).collect(Collectors.joining())
                : Items.table(List.copyOf(value.values()), members(value), currency)
                        .toString();
        var lines = new ArrayList<String>();
        lines.add(Cells.title(member.getKey()) + ":\n");
        text.lines().map(line -> INDENT + line + '\n').forEach(lines::add);
        return lines;
    }

    /** Of all rows, in the order in which they come. */
    private static List<String> members(JsonNode rows) {
        return rows.valueStream()
                .flatMap(JsonNode::propertyStream)
                .map(Entry::getKey)
                .distinct()
                .toList();
    }
}
