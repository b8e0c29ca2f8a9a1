package io.microwallet.api.cli;

import io.microwallet.api.cli.output.Amounts;
import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.output.OutputOptions;
import io.microwallet.api.cli.output.Table;
import io.microwallet.api.cli.output.Table.Column;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.cli.service.ServiceOptions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code statement WALLET}: every movement, with the key of a client that knows the wallet by this token. */
@Command(name = "statement", description = "Print what moved in a wallet.")
public final class StatementCommand implements Callable<Integer> {
    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "WALLET", description = "The client's own token for it: w1_…")
    private String wallet = "";

    @Override
    public Integer call() {
        var target = "/v1/wallets/" + ServiceClient.encoded(wallet) + "/statement";
        var entries = ServiceClient.of(service).list(target, "entries");
        var answer = Json.object().put("wallet", wallet);
        answer.putArray("entries").addAll(entries);
        output.print(answer, () -> table(entries));
        return 0;
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
