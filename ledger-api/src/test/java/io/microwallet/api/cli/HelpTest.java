package io.microwallet.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.MicroWallet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
    static Stream<List<String>> commands() {
        return below(MicroWallet.commandLine(), List.of());
    }

    private static Stream<List<String>> below(CommandLine line, List<String> path) {
        return line.getSubcommands().entrySet().stream()
                .filter(entry ->
                        !entry.getValue().getCommandSpec().usageMessage().hidden())
                .flatMap(entry -> {
                    var longer = new ArrayList<>(path);
                    longer.add(entry.getKey());
                    return Stream.concat(Stream.of(List.copyOf(longer)), below(entry.getValue(), longer));
                });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_has_help(List<String> path) {
        var args = Stream.concat(path.stream(), Stream.of("--help")).toArray(String[]::new);

        var result = Cli.run(args);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith("Usage: microwallet " + String.join(" ", path));
        assertThat(result.out().lines().filter(line -> !line.isBlank())).hasSizeGreaterThan(2);
    }

    @Test
    void the_help_of_all_names_every_command_and_the_exit_codes() {
        var help = Cli.run("--help").out();

        assertThat(help)
                .contains(
                        "ledger",
                        "client",
                        "merchant",
                        "request",
                        "statement",
                        "trial-balance",
                        "export",
                        "Exit codes:");
        assertThat(help).doesNotContain("rehearse");
    }

    @Test
    void what_is_no_command_is_exit_code_2_and_so_is_a_command_alone_that_needs_another() {
        assertThat(Cli.run("fly").exitCode()).isEqualTo(2);
        assertThat(Cli.run().exitCode()).isEqualTo(2);
        assertThat(Cli.run("ledger").exitCode()).isEqualTo(2);
    }

    @Test
    void the_rehearsal_of_the_build_runs_every_command_that_it_should_make_quick() {
        assertThat(Cli.run("rehearse").exitCode()).isZero();
    }
}
