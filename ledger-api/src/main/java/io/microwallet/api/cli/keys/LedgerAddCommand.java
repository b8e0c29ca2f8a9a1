package io.microwallet.api.cli.keys;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.output.OutputOptions;
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

/** {@code ledger add}: signed with the operator's key. */
@Command(
        description = "Open a ledger with its first admin client, whose key pair is made here (DATA/keys/ADMIN.jwk).",
        footer = {"", "Example:", "  microwallet ledger add \"Night market\" --mode sandbox --time-zone Europe/Berlin"})
public final class LedgerAddCommand implements Callable<Integer> {
    /** What a ledger is from its creation, for ever. */
    enum Mode {
        sandbox,
        live
    }

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
        var client = ServiceClient.of(service, "operator");
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
