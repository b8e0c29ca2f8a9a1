package io.microwallet.api.cli;

import io.microwallet.api.cli.output.Amounts;
import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.output.OutputOptions;
import io.microwallet.api.cli.output.Table;
import io.microwallet.api.cli.output.Table.Column;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.cli.service.ServiceOptions;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code statement WALLET}: every movement, with the key of a client that knows the wallet by this token. */
@Command(
        name = "statement",
        description = "Print what moved in a wallet.",
        footer = {"", "Example:", "  microwallet statement w1_… --month 2026-11"})
public final class StatementCommand implements Callable<Integer> {
    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "WALLET", description = "The client's own token for it: w1_…")
    private String wallet = "";

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "Only this month of the ledger's time zone, with its opening and closing balance.")
    private @Nullable String month;

    @Option(
            names = "--by",
            paramLabel = "TIME",
            description = "What puts an entry into the month: recorded (default) or effective time.")
    private @Nullable String by;

    @Override
    public Integer call() {
        var target = "/v1/wallets/" + ServiceClient.encoded(wallet) + "/statement" + query();
        var client = ServiceClient.of(service);
        var entries = client.list(target, "entries");
        var answer = Json.object().put("wallet", wallet);
        answer.putArray("entries").addAll(entries);
        if (month == null) {
            output.print(answer, () -> table(entries));
        } else {
            var period = client.get(target + "&limit=1").path("period");
            answer.set("period", period);
            output.print(answer, () -> table(entries) + balances("Opening", period) + balances("Closing", period));
        }
        return 0;
    }

    private String query() {
        var query = new StringBuilder();
        append(query, "month", month);
        append(query, "by", by);
        return query.toString();
    }

    private static void append(StringBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(ServiceClient.encoded(value));
        }
    }

    private static String balances(String title, JsonNode period) {
        var line = new StringJoiner(", ", title + " balance: ", System.lineSeparator()).setEmptyValue("");
        period.path(title.toLowerCase(Locale.ROOT)).forEach(balance -> {
            var currency = Json.text(balance, "currency");
            line.add(Amounts.format(balance.path("ledger").asLong(), currency) + ' ' + currency);
        });
        return line.toString();
    }

    private static Table table(List<JsonNode> entries) {
        var table = new Table(
                Column.left("AT"),
                Column.left("KIND"),
                Column.left("ID"),
                Column.left("MERCHANT"),
                Column.right("AMOUNT"),
                Column.right("AVAILABLE"),
                Column.left("REFERENCE"));
        entries.forEach(entry -> table.row(
                Json.text(entry, "at"),
                Json.text(entry, "kind"),
                Json.text(entry, "id"),
                Json.text(entry, "merchantName"),
                Amounts.format(entry.path("amount")),
                Amounts.format(entry.path("available")),
                Json.text(entry, "reference")));
        return table;
    }
}
