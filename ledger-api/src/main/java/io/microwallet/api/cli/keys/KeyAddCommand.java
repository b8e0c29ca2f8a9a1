package io.microwallet.api.cli.keys;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.output.OutputOptions;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.cli.service.ServiceOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code client add-key}: one more key for a client, the way to change keys without a gap. */
@Command(
        description = "Make one more key pair for a client here (DATA/keys/NAME.jwk), to change keys without a gap.",
        footer = {"", "Example:", "  microwallet client add-key c_… till-2027"})
public final class KeyAddCommand implements Callable<Integer> {
    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private NewKeyOptions newKey = new NewKeyOptions();

    @Parameters(index = "0", paramLabel = "CLIENT", description = "Its id: c_…")
    private String id = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "What the key's file is called.")
    private String name = "";

    @Override
    public Integer call() {
        var client = ServiceClient.of(service, "admin");
        var target = "/v1/clients/" + ServiceClient.encoded(id) + "/keys";
        var added = newKey.introduce(
                service.keyFiles(),
                name,
                pending -> client.post(
                        target, Json.object().set("key", NewKeyOptions.jwk(pending)), pending.idempotencyKey()),
                answer -> answer.path("keyId").asString());
        output.print(
                added.answer(),
                () -> "client %s may sign with %s, too%nIts key pair is in %s%n"
                        .formatted(id, added.answer().path("keyId").asString(), added.file()));
        return 0;
    }
}
