package io.microwallet.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.tools.Tools;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real hledger, run on a journal in the C locale, the poorest there is. */
public final class Hledger {
    private static final int SECONDS_MAX = 60;

    private Hledger() {}

    /** Fails unless {@code hledger check -s} accepts the journal. */
    public static void check(byte[] journal) {
        assertThat(run(journal, "check", "-s")).isEmpty();
    }

    /** {@code hledger bal}: "account currency" to what it holds, accounts of nothing left out. */
    public static Map<String, BigDecimal> balances(byte[] journal, String... options) {
        var balances = new TreeMap<String, BigDecimal>();
        var arguments =
                Stream.concat(Stream.of("bal", "-N", "--flat", "--layout", "bare", "-O", "csv"), Stream.of(options));
        run(journal, arguments.toArray(String[]::new)).lines().skip(1).forEach(line -> {
            var cells = line.substring(1, line.length() - 1).split("\",\"");
            balances.put(cells[0] + ' ' + cells[1], new BigDecimal(cells[2]));
        });
        return balances;
    }

    /** What it prints for these arguments. */
    public static String run(byte[] journal, String... arguments) {
        try {
            var file = Files.createTempFile("export", ".journal");
            try {
                return run(Files.write(file, journal), arguments);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String run(Path file, String... arguments) throws IOException, InterruptedException {
        var command = Stream.concat(
                        Stream.of(Tools.get("hledger").toString(), "-f", file.toString()), Stream.of(arguments))
                .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("LANG", "LANGUAGE", "LC_CTYPE"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).describedAs(output).isZero();
        return output;
    }
}
