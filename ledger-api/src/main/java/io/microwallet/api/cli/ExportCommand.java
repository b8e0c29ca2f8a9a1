package io.microwallet.api.cli;

import io.microwallet.api.cli.service.CommandFailed;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.cli.service.ServiceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export journal}: signed with a finance client's key. */
@Command(
        name = "export",
        description = "Export the books.",
        subcommands = {ExportCommand.Journal.class})
public final class ExportCommand {

    /** The forms of a journal. */
    enum Format {
        hledger,
        csv
    }

    @Command(
            name = "journal",
            description = "Export the journal of a day or a span, in the ledger's time zone.",
            footer = {
                "",
                "Example:",
                "  microwallet export journal --from 2026-11-01 --to 2026-11-30 --output november.journal"
            })
    static final class Journal implements Callable<Integer> {
        @Mixin
        private ServiceOptions service = new ServiceOptions();

        @Option(
                names = "--from",
                paramLabel = "DATE",
                description = "The first day, such as 2026-11-23 (default: the ledger's first).")
        private @Nullable LocalDate from;

        @Option(names = "--to", paramLabel = "DATE", description = "The last day (default: the ledger's last).")
        private @Nullable LocalDate to;

        @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
        private Format format = Format.hledger;

        @Option(
                names = "--output",
                paramLabel = "FILE",
                description = "Where to write it (default: the standard output).")
        private @Nullable Path output;

        @Override
        public Integer call() {
            var target = "/v1/exports/journal?" + day("from", from) + day("to", to) + "format=" + format;
            var client = ServiceClient.of(service, "finance", "books");
            try {
                if (output == null) {
                    client.download(target, System.out);
                    System.out.flush();
                } else {
                    save(client, target, output);
                }
                return 0;
            } catch (IOException e) {
                throw new CommandFailed("The export broke off: " + e.getMessage(), "Run the same command again.");
            }
        }

        private static String day(String name, @Nullable LocalDate day) {
            return day == null ? "" : name + '=' + day + '&';
        }

        /** Half an export never has the name of a whole one. */
        private static void save(ServiceClient client, String target, Path file) throws IOException {
            var part = Path.of(file + ".part");
            try {
                try (var out = Files.newOutputStream(part)) {
                    client.download(target, out);
                }
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
            System.err.println("Wrote " + file + ", " + Files.size(file) + " bytes");
        }
    }
}
