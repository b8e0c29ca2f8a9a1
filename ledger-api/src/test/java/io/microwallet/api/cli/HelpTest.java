package io.microwallet.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.MicroWallet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+");

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
    void every_example_is_a_call_that_is_understood() {
        var examples = examples(MicroWallet.commandLine());

        assertThat(examples).hasSizeGreaterThan(80);
        assertThat(examples).allSatisfy(example -> {
            var args = WORD.matcher(example)
                    .results()
                    .map(word -> word.group().replaceAll("^[\"']|[\"']$", ""))
                    .skip(1)
                    .toArray(String[]::new);
            MicroWallet.commandLine(args).parseArgs(args);
        });
    }

    @Test
    void every_call_of_a_service_has_an_example() {
        assertThat(leaves(MicroWallet.commandLine()))
                .filteredOn(line -> line.getMixins().containsKey("service"))
                .allSatisfy(
                        line -> assertThat(line.getCommandSpec().usageMessage().footer())
                                .as(line.getCommandSpec().qualifiedName())
                                .isNotEmpty());
    }

    private static List<String> examples(CommandLine line) {
        return leaves(line)
                .flatMap(leaf -> Stream.of(leaf.getCommandSpec().usageMessage().footer()))
                .map(String::strip)
                .filter(text -> text.startsWith("microwallet "))
                .toList();
    }

    private static Stream<CommandLine> leaves(CommandLine line) {
        return line.getSubcommands().isEmpty()
                ? Stream.of(line)
                : line.getSubcommands().values().stream().flatMap(HelpTest::leaves);
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
