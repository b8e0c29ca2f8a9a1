package io.microwallet.api.cli.call;

import io.microwallet.api.cli.output.Items;
import io.microwallet.api.cli.output.OutputOptions;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.cli.service.ServiceOptions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads a list and prints it as a table. */
@Command
final class ListCommand implements Callable<Integer> {
    private final Signer signer;
    private final Arguments arguments;
    private final List<String> columns;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private PageOptions page = new PageOptions();

    ListCommand(Signer signer, Arguments arguments, List<String> columns) {
        this.signer = signer;
        this.arguments = arguments;
        this.columns = columns;
    }

    @Override
    public Integer call() {
        var answer = page.read(ServiceClient.of(service, signer.keys()), arguments.pathAndQuery());
        var items = List.copyOf(answer.path("items").values());
        output.print(answer, () -> Items.table(items, columns));
        PageOptions.tellOfMore(answer);
        return 0;
    }
}
