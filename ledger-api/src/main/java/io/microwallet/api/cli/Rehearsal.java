package io.microwallet.api.cli;

import com.sun.net.httpserver.HttpServer;
import io.microwallet.api.cli.noun.Nouns;
import io.microwallet.api.signature.key.ClientKeyPair;
import io.microwallet.core.client.PublicKey.Algorithm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Calls a service of its own making, so that the build can record which classes a command needs, and load them at once later. */
@Command(name = "rehearse", hidden = true)
public final class Rehearsal implements Callable<Integer> {
    private static final String ANSWER = """
            {"position":1,"chain":"00","entries":[],"items":[],"totals":[],
             "accounts":[{"account":"Assets:Bank","currency":"EUR","debits":1250,"credits":0,"balance":1250}]}""";

    @Override
    public Integer call() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var answer = ANSWER.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
        var key = Files.createTempDirectory("microwallet").resolve("rehearsal.jwk");
        try {
            ClientKeyPair.generate(Algorithm.ED25519, new SecureRandom())
                    .withKeyId("sandbox_k_0")
                    .write(key);
            return run("http://127.0.0.1:" + server.getAddress().getPort(), key.toString());
        } finally {
            server.stop(0);
            Files.delete(key);
            Files.delete(key.getParent());
        }
    }

    private static int run(String url, String key) {
        var service = new String[] {"--url", url, "--key", key};
        return IntStream.of(
                        run(RequestCommand.class, service, "POST", "/v1/wallets", "{}"),
                        run(TrialBalanceCommand.class, service),
                        run(StatementCommand.class, service, "w1_0"),
                        nouns(service))
                .sum();
    }

    /** All of them are made of the same three commands. */
    private static int nouns(String[] service) {
        var nouns = new CommandLine(CommandSpec.create());
        Nouns.all().forEach((name, noun) -> nouns.addSubcommand(name, noun.get().spec()));
        return execute(nouns, service, "merchant", "list")
                + execute(nouns, service, "payout", "owed", "m_0")
                + execute(nouns, service, "top-up", "request", "w1_0", "1 EUR", "--card", "tok_visa");
    }

    private static int run(Class<?> command, String[] service, String... args) {
        return execute(new CommandLine(command), service, args);
    }

    private static int execute(CommandLine line, String[] service, String... args) {
        return line.execute(Stream.of(args, service).flatMap(Stream::of).toArray(String[]::new));
    }
}
