package io.microwallet.api.cli;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.output.OutputOptions;
import io.microwallet.api.cli.output.Table;
import io.microwallet.api.cli.output.Table.Column;
import io.microwallet.api.cli.service.IdempotencyKeys;
import io.microwallet.api.cli.service.KeyFiles;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.cli.service.ServiceOptions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code client add|list|revoke}: signed with an admin's key. */
@Command(
        name = "client",
        description = "Add a client of the API, list them, or revoke one.",
        subcommands = {ClientCommand.Add.class, ClientCommand.Listing.class, ClientCommand.Revoke.class})
public final class ClientCommand {
    private static final String ADMIN = "admin";

    /** What a client may do. */
    enum Scope {
        checkout,
        finance,
        admin
    }

    @Command(
            name = "add",
            description =
                    "Make a key pair here (DATA/keys/NAME.jwk) and add its owner as a client. The private key stays here.")
    static final class Add implements Callable<Integer> {
        @Mixin
        private ServiceOptions service = new ServiceOptions();

        @Mixin
        private OutputOptions output = new OutputOptions();

        @Mixin
        private NewKeyOptions newKey = new NewKeyOptions();

        @Parameters(paramLabel = "NAME", description = "The client's name.")
        private String name = "";

        @Option(
                names = "--scope",
                required = true,
                split = ",",
                paramLabel = "SCOPE",
                description = "What it may do: ${COMPLETION-CANDIDATES}. Several with commas.")
        private List<Scope> scopes = List.of();

        @Override
        public Integer call() {
            var client = ServiceClient.of(service, ADMIN);
            var added = newKey.introduce(
                    service.keyFiles(),
                    name,
                    pending -> client.post("/v1/clients", body(pending), pending.idempotencyKey()),
                    answer -> answer.path("keyId").asString());
            output.print(
                    added.answer(),
                    () -> "client %s may %s%nIts key pair is in %s%n"
                            .formatted(
                                    added.answer().path("id").asString(),
                                    Json.text(added.answer(), "scopes"),
                                    added.file()));
            return 0;
        }

        private JsonNode body(KeyFiles.Pending pending) {
            var body = Json.object().put("name", name);
            scopes.stream().distinct().map(Scope::name).forEach(body.putArray("scopes")::add);
            return body.set("key", NewKeyOptions.jwk(pending));
        }
    }

    @Command(name = "list", description = "List the ledger's clients, newest first.")
    static final class Listing implements Callable<Integer> {
        @Mixin
        private ServiceOptions service = new ServiceOptions();

        @Mixin
        private OutputOptions output = new OutputOptions();

        @Override
        public Integer call() {
            var clients = ServiceClient.of(service, ADMIN).list("/v1/clients", "items");
            output.printItems(clients, () -> table(clients));
            return 0;
        }

        private static Table table(Iterable<JsonNode> clients) {
            var table = new Table(
                    Column.left("ID"),
                    Column.left("NAME"),
                    Column.left("STATUS"),
                    Column.left("SCOPES"),
                    Column.left("CREATED"));
            clients.forEach(client -> table.row(
                    Json.text(client, "id"),
                    Json.text(client, "name"),
                    Json.text(client, "status"),
                    Json.text(client, "scopes"),
                    Json.text(client, "createdAt")));
            return table;
        }
    }

    @Command(name = "revoke", description = "End a client and every key of it, at once and for ever.")
    static final class Revoke implements Callable<Integer> {
        @Mixin
        private ServiceOptions service = new ServiceOptions();

        @Mixin
        private OutputOptions output = new OutputOptions();

        @Parameters(paramLabel = "ID", description = "The client: c_…")
        private String id = "";

        @Override
        public Integer call() {
            var key = IdempotencyKeys.fresh(InstantSource.system(), new SecureRandom());
            var answer = ServiceClient.of(service, ADMIN)
                    .post("/v1/clients/" + ServiceClient.encoded(id) + "/revoke", key)
                    .orFail();
            output.print(answer, () -> "client " + id + " is revoked" + System.lineSeparator());
            return 0;
        }
    }
}
