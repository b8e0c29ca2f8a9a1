package io.microwallet.api.cli.keys;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.output.OutputOptions;
import io.microwallet.api.cli.service.KeyFiles;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.cli.service.ServiceOptions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code client add}: signed with an admin's key. */
@Command(
        description =
                "Make a key pair here (DATA/keys/NAME.jwk) and add its owner as a client. The private key stays here.",
        footer = {"", "Example:", "  microwallet client add till --scope checkout"})
public final class ClientAddCommand implements Callable<Integer> {
    /** What a client may do. */
    enum Scope {
        checkout,
        finance,
        admin
    }

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
        var client = ServiceClient.of(service, "admin");
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
