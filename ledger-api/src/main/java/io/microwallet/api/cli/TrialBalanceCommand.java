package io.microwallet.api.cli;

import io.microwallet.api.cli.output.OutputOptions;
import io.microwallet.api.cli.service.CommandFailed;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.cli.service.ServiceOptions;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code trial-balance}: signed with a finance client's key, or an admin's. */
@Command(
        name = "trial-balance",
        description = "Print every account's debits, credits and balance. Exit code 1 should they not tie out.",
        footer = {"", "Example:", "  microwallet trial-balance --at 2026-11-23T18:30:00Z"})
public final class TrialBalanceCommand implements Callable<Integer> {
    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "As of a past instant, by when entries were recorded: 2026-11-23T18:30:00Z.")
    private @Nullable String at;

    @Option(
            names = "--effective-at",
            paramLabel = "TIME",
            description = "As of a past instant, by when entries happened.")
    private @Nullable String effectiveAt;

    @Override
    public Integer call() {
        if (at != null && effectiveAt != null) {
            throw new CommandFailed("--at and --effective-at are two different times.", "Name one of them.");
        }
        var query = at != null
                ? "?at=" + ServiceClient.encoded(at)
                : effectiveAt != null ? "?effectiveAt=" + ServiceClient.encoded(effectiveAt) : "";
        var answer = ServiceClient.of(service, "finance", "books", "admin").get("/v1/trial-balance" + query);
        output.print(answer, () -> TrialBalanceTable.of(answer));
        return TrialBalanceTable.tiesOut(answer) ? 0 : 1;
    }
}
