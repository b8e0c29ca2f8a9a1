package io.microwallet.api.cli;

import io.microwallet.api.cli.output.Amounts;
import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.output.Table;
import io.microwallet.api.cli.output.Table.Column;
import tools.jackson.databind.JsonNode;

/** The answer of {@code GET /v1/trial-balance} for people. */
public final class TrialBalanceTable {
    private TrialBalanceTable() {}

    /** Whether debits equal credits in each currency. */
    public static boolean tiesOut(JsonNode answer) {
        return answer.path("totals").values().stream()
                .allMatch(total ->
                        total.path("debits").asLong() == total.path("credits").asLong());
    }

    public static String of(JsonNode answer) {
        var table = new Table(
                Column.left("ACCOUNT"),
                Column.right("DEBITS"),
                Column.right("CREDITS"),
                Column.right("BALANCE"),
                Column.left("CURRENCY"));
        answer.path("accounts").forEach(account -> row(table, Json.text(account, "account"), account));
        answer.path("totals").forEach(total -> row(table, "Total", total));
        return "%s%s, as of position %s (chain %s)%n"
                .formatted(
                        table,
                        tiesOut(answer) ? "Debits equal credits" : "DEBITS AND CREDITS DIFFER",
                        answer.path("position").asString(),
                        answer.path("chain").asString());
    }

    private static void row(Table table, String account, JsonNode sums) {
        var currency = Json.text(sums, "currency");
        var debits = sums.path("debits").asLong();
        var credits = sums.path("credits").asLong();
        table.row(
                account,
                Amounts.format(debits, currency),
                Amounts.format(credits, currency),
                Amounts.format(sums.path("balance").asLong(debits - credits), currency),
                currency);
    }
}
