package io.microwallet.api.cli.call;

import io.microwallet.api.cli.output.OutputOptions;
import io.microwallet.api.cli.output.Sheet;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.cli.service.ServiceOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads one thing and prints all that is known of it. */
@Command
final class ReadCommand implements Callable<Integer> {
    private final Signer signer;
    private final Arguments arguments;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ReadCommand(Signer signer, Arguments arguments) {
        this.signer = signer;
        this.arguments = arguments;
    }

    @Override
    public Integer call() {
        var answer = ServiceClient.of(service, signer.keys()).get(arguments.pathAndQuery());
        output.print(answer, () -> Sheet.of(answer));
        return 0;
    }
}
