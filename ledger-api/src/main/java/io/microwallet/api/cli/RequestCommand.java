package io.microwallet.api.cli;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.service.Answer;
import io.microwallet.api.cli.service.CommandFailed;
import io.microwallet.api.cli.service.IdempotencyKeys;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.cli.service.ServiceOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code request METHOD PATH [BODY]}: the curl of this API. */
@Command(
        name = "request",
        description = "Sign a call, send it, and print the answer. Exit code 0 for an answer of 2xx, 1 for any other.",
        footer = {
            "",
            "Examples:",
            "  microwallet request GET /v1/wallets?reference=till-7",
            "  microwallet request POST /v1/wallets '{\"reference\":\"till-7\"}' --idempotency-key order-7",
            "  microwallet request POST /v1/purchases @purchase.json --explain"
        })
public final class RequestCommand implements Callable<Integer> {
    private static final Set<String> READS = Set.of("GET", "HEAD");

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "METHOD", description = "GET, POST, …")
    private String method = "";

    @Parameters(
            index = "1",
            paramLabel = "PATH",
            description = "With its query, both encoded: /v1/wallets?reference=a%%20b")
    private String target = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "BODY",
            description = "JSON; @FILE reads a file, - the standard input.")
    private @Nullable String body;

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description =
                    "For a retry: the key of the first try (default for a write: a fresh one, printed to the standard error).")
    private @Nullable String idempotencyKey;

    @Option(names = "--explain", description = "Print the signature base to the standard error.")
    private boolean explain;

    @Option(names = "--json", description = "Print the body as it came, and nothing else.")
    private boolean json;

    private String signatureBase = "";

    @Override
    public Integer call() {
        var verb = method.toUpperCase(Locale.ROOT);
        checkTarget();
        var content = content();
        var answer = ServiceClient.of(service).send(verb, target, headers(verb, content), content, this::explain);
        note("%d%s".formatted(answer.status(), answer.replayed() ? " (a replay of the first answer)" : ""));
        print(answer);
        compare(answer);
        return answer.good() ? 0 : 1;
    }

    private Map<String, String> headers(String verb, byte[] content) {
        var headers = new TreeMap<String, String>();
        if (content.length > 0) {
            headers.put("content-type", "application/json");
        }
        if (!READS.contains(verb)) {
            var key = idempotencyKey == null
                    ? IdempotencyKeys.fresh(InstantSource.system(), new SecureRandom())
                    : idempotencyKey;
            headers.put("idempotency-key", key);
            note("Idempotency-Key: " + key);
        }
        return headers;
    }

    private void checkTarget() {
        try {
            if (!target.startsWith("/")) {
                throw new IllegalArgumentException("PATH begins with a slash: /v1/…");
            }
            URI.create(target);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Not a path: " + e.getMessage());
        }
    }

    private byte[] content() {
        try {
            if (body == null) {
                return new byte[0];
            }
            if (body.equals("-")) {
                return System.in.readAllBytes();
            }
            return body.startsWith("@")
                    ? Files.readAllBytes(Path.of(body.substring(1)))
                    : body.getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommandFailed("Cannot read the body: " + e.getMessage(), "");
        }
    }

    private void print(Answer answer) {
        if (json) {
            System.out.write(answer.body(), 0, answer.body().length);
        } else if (answer.body().length > 0) {
            System.out.println(answer.json().map(Json::pretty).orElseGet(answer::text));
        }
        System.out.flush();
    }

    private void explain(String base) {
        signatureBase = base;
        if (explain) {
            System.err.println("The signature base, between the lines:");
            System.err.println("--------");
            System.err.println(base);
            System.err.println("--------");
        }
    }

    /** In a sandbox ledger, a refusal of the signature tells what the service computed. */
    private void compare(Answer answer) {
        var theirs = Json.text(answer.json().orElseGet(Json::object), "signatureBase")
                .lines()
                .toList();
        var ours = signatureBase.lines().toList();
        if (explain && !theirs.isEmpty()) {
            IntStream.range(0, ours.size())
                    .filter(i -> i >= theirs.size() || !ours.get(i).equals(theirs.get(i)))
                    .mapToObj(i -> "The service has another line " + (i + 1) + " than: " + ours.get(i))
                    .findFirst()
                    .ifPresentOrElse(
                            System.err::println,
                            () -> System.err.println("The service computed the same signature base."));
        }
    }

    private void note(String line) {
        if (!json) {
            System.err.println(line);
        }
    }
}
