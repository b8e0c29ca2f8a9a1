package io.microwallet.api.cli.output;

import io.microwallet.api.cli.output.Table.Column;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The items of a list as a table: a column for each member that is named, amounts and numbers on the right. */
public final class Items {
    private Items() {}

    /** @param members as in {@code createdAt}; {@code member=TITLE} where the member's name is none for people */
    public static Table table(List<JsonNode> items, List<String> members) {
        return table(items, members, "");
    }

    static Table table(List<JsonNode> items, List<String> members, String around) {
        var names = members.stream().map(member -> member.split("=", 2)[0]).toList();
        var table =
                new Table(members.stream().map(member -> column(items, member)).toArray(Column[]::new));
        for (var item : items) {
            var currency = Cells.currency(item).orElse(around);
            table.row(names.stream()
                    .map(name -> Cells.member(item, name, currency))
                    .toArray(String[]::new));
        }
        return table;
    }

    private static Column column(List<JsonNode> items, String member) {
        var parts = member.split("=", 2);
        var title = parts.length > 1 ? parts[1] : Cells.title(parts[0]).toUpperCase(Locale.ROOT);
        return new Column(title, items.stream().map(item -> item.path(parts[0])).anyMatch(Items::standsOnTheRight));
    }

    private static boolean standsOnTheRight(JsonNode value) {
        return value.isNumber() || Cells.isMoney(value);
    }
}
