package io.microwallet.api.cli.call;

import io.microwallet.api.cli.output.OutputOptions;
import io.microwallet.api.cli.output.Sheet;
import io.microwallet.api.cli.service.CommandFailed;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.cli.service.ServiceOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sends a write and prints what came of it. */
@Command
final class WriteCommand implements Callable<Integer> {
    private final Signer signer;
    private final Arguments arguments;
    private final Verb.Shape.Writing shape;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private WriteOptions write = new WriteOptions();

    WriteCommand(Signer signer, Arguments arguments, Verb.Shape.Writing shape) {
        this.signer = signer;
        this.arguments = arguments;
        this.shape = shape;
    }

    @Override
    public Integer call() {
        var client = ServiceClient.of(service, signer.keys());
        var body = arguments.body();
        var key = write.key();
        try {
            var answer = client.write(shape.method(), write.target(arguments.path()), body, key)
                    .orFail();
            output.print(answer, () -> Sheet.of(answer));
            return 0;
        } catch (CommandFailed e) {
            System.err.println("Idempotency-Key: " + key);
            throw e;
        }
    }
}
