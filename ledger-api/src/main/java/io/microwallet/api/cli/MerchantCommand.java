package io.microwallet.api.cli;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.output.OutputOptions;
import io.microwallet.api.cli.output.Table;
import io.microwallet.api.cli.output.Table.Column;
import io.microwallet.api.cli.service.IdempotencyKeys;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.cli.service.ServiceOptions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code merchant add|list}: signed with an admin's key. */
@Command(
        name = "merchant",
        description = "Add a seller, or list them.",
        subcommands = {MerchantCommand.Add.class, MerchantCommand.Listing.class})
public final class MerchantCommand {
    private static final String ADMIN = "admin";

    @Command(name = "add", description = "Add a seller to the ledger.")
    static final class Add implements Callable<Integer> {
        @Mixin
        private ServiceOptions service = new ServiceOptions();

        @Mixin
        private OutputOptions output = new OutputOptions();

        @Parameters(paramLabel = "NAME", description = "The seller's name.")
        private String name = "";

        @Option(
                names = "--kind",
                description =
                        "third-party: its sales are owed to it. own: they are income (default: ${DEFAULT-VALUE}).")
        private String kind = "third-party";

        @Option(
                names = "--commission",
                paramLabel = "BASIS_POINTS",
                description = "What the ledger keeps of each sale: 250 is 2.5 %% (default: ${DEFAULT-VALUE}).")
        private int commission;

        @Option(names = "--reference", paramLabel = "TEXT", description = "Your own name for it, to find it by.")
        private @Nullable String reference;

        @Override
        public Integer call() {
            var body = Json.object().put("name", name).put("kind", kind).put("commissionBasisPoints", commission);
            if (reference != null) {
                body.put("reference", reference);
            }
            var key = IdempotencyKeys.fresh(InstantSource.system(), new SecureRandom());
            var answer = ServiceClient.of(service, ADMIN)
                    .post("/v1/merchants", body, key)
                    .orFail();
            output.print(answer, () -> "merchant " + answer.path("id").asString() + System.lineSeparator());
            return 0;
        }
    }

    @Command(name = "list", description = "List the ledger's sellers, newest first.")
    static final class Listing implements Callable<Integer> {
        @Mixin
        private ServiceOptions service = new ServiceOptions();

        @Mixin
        private OutputOptions output = new OutputOptions();

        @Option(names = "--reference", paramLabel = "TEXT", description = "Only those with this reference.")
        private @Nullable String reference;

        @Override
        public Integer call() {
            var filter = Optional.ofNullable(reference)
                    .map(text -> "?reference=" + ServiceClient.encoded(text))
                    .orElse("");
            var merchants = ServiceClient.of(service, ADMIN).list("/v1/merchants" + filter, "items");
            output.printItems(merchants, () -> table(merchants));
            return 0;
        }

        private static Table table(Iterable<JsonNode> merchants) {
            var table = new Table(
                    Column.left("ID"),
                    Column.left("NAME"),
                    Column.left("KIND"),
                    Column.right("COMMISSION"),
                    Column.left("CREATED"));
            merchants.forEach(merchant -> table.row(
                    Json.text(merchant, "id"),
                    Json.text(merchant, "name"),
                    Json.text(merchant, "kind"),
                    merchant.path("commissionBasisPoints").asString("0") + " bp",
                    Json.text(merchant, "createdAt")));
            return table;
        }
    }
}
