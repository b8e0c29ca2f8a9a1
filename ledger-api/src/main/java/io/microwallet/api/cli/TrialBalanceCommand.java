package io.microwallet.api.cli;

import io.microwallet.api.cli.output.OutputOptions;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.cli.service.ServiceOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code trial-balance}: signed with a finance client's key, or an admin's. */
@Command(
        name = "trial-balance",
        description = "Print every account's debits, credits and balance. Exit code 1 should they not tie out.")
public final class TrialBalanceCommand implements Callable<Integer> {
    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var answer = ServiceClient.of(service, "finance", "admin").get("/v1/trial-balance");
        output.print(answer, () -> TrialBalanceTable.of(answer));
        return TrialBalanceTable.tiesOut(answer) ? 0 : 1;
    }
}
