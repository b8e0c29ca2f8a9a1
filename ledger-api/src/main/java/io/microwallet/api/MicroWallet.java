package io.microwallet.api;

import io.microwallet.api.bench.BenchCommand;
import io.microwallet.api.cli.ExportCommand;
import io.microwallet.api.cli.Rehearsal;
import io.microwallet.api.cli.RequestCommand;
import io.microwallet.api.cli.StatementCommand;
import io.microwallet.api.cli.TrialBalanceCommand;
import io.microwallet.api.cli.batch.BatchCommand;
import io.microwallet.api.cli.noun.Nouns;
import io.microwallet.api.cli.service.CommandFailed;
import io.microwallet.api.demo.DemoCommand;
import io.microwallet.api.maintenance.FsckCommand;
import io.microwallet.api.maintenance.ReindexCommand;
import io.microwallet.api.server.MigrateCommand;
import io.microwallet.api.server.ServeCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The command line of the service: every way to start it is a subcommand. */
@Command(
        name = "microwallet",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = MicroWallet.Version.class,
        description = "A payments ledger for people who sell at pop-ups.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Done.", "1:Refused, or failed.", "2:Not called as it should be."})
public final class MicroWallet {
    private static final String DEBUG = "MICROWALLET_DEBUG";

    /** Every command by its name, in the order of the help: a class of one, or what makes it. */
    private static final Map<String, Supplier<?>> COMMANDS = commands();

    private static Map<String, Supplier<?>> commands() {
        var commands = new LinkedHashMap<String, Supplier<?>>();
        commands.put("demo", () -> DemoCommand.class);
        commands.put("serve", () -> ServeCommand.class);
        commands.put("migrate", () -> MigrateCommand.class);
        Nouns.all().forEach((name, noun) -> commands.put(name, () -> noun.get().spec()));
        commands.put("statement", () -> StatementCommand.class);
        commands.put("trial-balance", () -> TrialBalanceCommand.class);
        commands.put("export", () -> ExportCommand.class);
        commands.put("batch", () -> BatchCommand.class);
        commands.put("request", () -> RequestCommand.class);
        commands.put("fsck", () -> FsckCommand.class);
        commands.put("reindex", () -> ReindexCommand.class);
        commands.put("bench", () -> BenchCommand.class);
        commands.put("rehearse", () -> Rehearsal.class);
        return commands;
    }

    public static void main(String[] args) {
        System.exit(commandLine(args).execute(args));
    }

    /** The command line for these arguments: with the one command that they name, or with all. */
    public static CommandLine commandLine(String... args) {
        var line = new CommandLine(new MicroWallet());
        // Reading the annotations of all the others would take longer than most commands do.
        var named = args.length == 0 ? null : COMMANDS.get(args[0]);
        if (named == null) {
            COMMANDS.forEach((name, command) -> line.addSubcommand(name, command.get()));
        } else {
            line.addSubcommand(args[0], named.get());
        }
        // `request` reads a body from @FILE; picocli would read arguments from it.
        return line.setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(MicroWallet::failed);
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        var colours = command.getColorScheme();
        command.getErr().println(colours.errorText(message(failure)));
        if (failure instanceof CommandFailed told && !told.advice().isEmpty()) {
            command.getErr().println(told.advice());
        }
        if (System.getenv(DEBUG) != null) {
            failure.printStackTrace(command.getErr());
        }
        return ExitCode.SOFTWARE;
    }

    private static String message(Exception failure) {
        return failure instanceof CommandFailed
                ? String.valueOf(failure.getMessage())
                : failure + " (" + DEBUG + "=1 shows where)";
    }

    /** What the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Optional.ofNullable(MicroWallet.class.getPackage().getImplementationVersion());
            return new String[] {"microwallet " + version.orElse("(from classes)")};
        }
    }
}
