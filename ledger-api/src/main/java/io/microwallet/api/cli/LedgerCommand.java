package io.microwallet.api.cli;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.output.OutputOptions;
import io.microwallet.api.cli.output.Table;
import io.microwallet.api.cli.output.Table.Column;
import io.microwallet.api.cli.service.KeyFiles;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.cli.service.ServiceOptions;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code ledger add|list}: signed with the operator's key. */
@Command(
        name = "ledger",
        description = "Open a ledger, or list them.",
        subcommands = {LedgerCommand.Add.class, LedgerCommand.Listing.class})
public final class LedgerCommand {
    private static final String OPERATOR = "operator";

    /** What a ledger is from its creation, for ever. */
    enum Mode {
        sandbox,
        live
    }

    @Command(
            name = "add",
            description =
                    "Open a ledger with its first admin client, whose key pair is made here (DATA/keys/ADMIN.jwk).")
    static final class Add implements Callable<Integer> {
        @Mixin
        private ServiceOptions service = new ServiceOptions();

        @Mixin
        private OutputOptions output = new OutputOptions();

        @Mixin
        private NewKeyOptions newKey = new NewKeyOptions();

        @Parameters(paramLabel = "NAME", description = "The ledger's name.")
        private String name = "";

        @Option(names = "--mode", description = "${COMPLETION-CANDIDATES}, for ever (default: ${DEFAULT-VALUE}).")
        private Mode mode = Mode.sandbox;

        @Option(
                names = "--time-zone",
                paramLabel = "ZONE",
                description = "Where its days begin (default: ${DEFAULT-VALUE}).")
        private ZoneId timeZone = ZoneId.of("UTC");

        @Option(
                names = "--admin",
                paramLabel = "ADMIN",
                description = "The first admin client (default: ${DEFAULT-VALUE}).")
        private String admin = "admin";

        @Override
        public Integer call() {
            var client = ServiceClient.of(service, OPERATOR);
            var added = newKey.introduce(
                    service.keyFiles(),
                    admin,
                    pending -> client.post("/v1/ledgers", body(pending), pending.idempotencyKey()),
                    answer -> answer.path("admin").path("keyId").asString());
            output.print(
                    added.answer(),
                    () -> "%s ledger %s, %s%nIts admin's key pair is in %s%n"
                            .formatted(mode, added.answer().path("id").asString(), timeZone, added.file()));
            return 0;
        }

        private JsonNode body(KeyFiles.Pending pending) {
            var body = Json.object();
            body.put("name", name).put("mode", mode.name()).put("timeZone", timeZone.getId());
            body.putObject("admin").put("name", admin).set("key", NewKeyOptions.jwk(pending));
            return body;
        }
    }

    @Command(name = "list", description = "List the ledgers, newest first.")
    static final class Listing implements Callable<Integer> {
        @Mixin
        private ServiceOptions service = new ServiceOptions();

        @Mixin
        private OutputOptions output = new OutputOptions();

        @Override
        public Integer call() {
            var ledgers = ServiceClient.of(service, OPERATOR).list("/v1/ledgers", "items");
            output.printItems(ledgers, () -> table(ledgers));
            return 0;
        }

        private static Table table(Iterable<JsonNode> ledgers) {
            var table = new Table(
                    Column.left("ID"),
                    Column.left("NAME"),
                    Column.left("MODE"),
                    Column.left("TIME ZONE"),
                    Column.left("CREATED"));
            ledgers.forEach(ledger -> table.row(
                    Json.text(ledger, "id"),
                    Json.text(ledger, "name"),
                    Json.text(ledger, "mode"),
                    Json.text(ledger, "timeZone"),
                    Json.text(ledger, "createdAt")));
            return table;
        }
    }
}
