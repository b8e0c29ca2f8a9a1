package io.microwallet.api.cli;

import io.microwallet.api.cli.output.Amounts;
import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.output.OutputOptions;
import io.microwallet.api.cli.output.Table;
import io.microwallet.api.cli.output.Table.Column;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.cli.service.ServiceOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code trial-balance}: signed with a finance client's key, or an admin's. */
@Command(
        name = "trial-balance",
        description = "Print every account's debits, credits and balance. Exit code 1 should they not tie out.")
public final class TrialBalanceCommand implements Callable<Integer> {
    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var answer = ServiceClient.of(service, "finance", "admin").get("/v1/trial-balance");
        var tiesOut = answer.path("totals").values().stream().allMatch(TrialBalanceCommand::tiesOut);
        output.print(answer, () -> text(answer, tiesOut));
        return tiesOut ? 0 : 1;
    }

    private static boolean tiesOut(JsonNode total) {
        return total.path("debits").asLong() == total.path("credits").asLong();
    }

    private static String text(JsonNode answer, boolean tiesOut) {
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
                        tiesOut ? "Debits equal credits" : "DEBITS AND CREDITS DIFFER",
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
