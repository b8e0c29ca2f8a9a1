package io.microwallet.api.bench.client;

import io.microwallet.api.bench.load.Tally;
import io.microwallet.api.cli.output.Json;
import io.microwallet.api.signature.key.ClientKeyPair;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The process itself. It reads orders from its input, a line each, and answers each with a line: {@code sign CALLS GROUP} makes
 * calls, {@code run MILLIS CONNECTIONS} sends them and answers with what became of them.
 */
public final class ClientProcess {
    private final URI service;
    private final PreparedCalls prepared;
    private List<byte[]> calls = List.of();
    private int groupOf = 1;

    private ClientProcess(URI service, PreparedCalls prepared) {
        this.service = service;
        this.prepared = prepared;
    }

    /** Arguments: the service's URL, the file of the key pair, the file of the wallets' tokens, and the merchant's id. */
    public static void main(String[] arguments) throws IOException {
        var service = URI.create(arguments[0]);
        var pair = ClientKeyPair.read(Path.of(arguments[1]));
        var wallets = Files.readAllLines(Path.of(arguments[2]));
        var process = new ClientProcess(service, new PreparedCalls(service, pair, wallets, arguments[3]));
        var orders = new BufferedReader(new InputStreamReader(System.in));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println(process.obey(order.split(" ")));
        }
    }

    private String obey(String[] order) {
        var first = Integer.parseInt(order[1]);
        var second = Integer.parseInt(order[2]);
        return switch (order[0]) {
            case "sign" -> sign(first, second);
            case "run" -> json(run(first, second));
            default -> throw new IllegalArgumentException(order[0]);
        };
    }

    private String sign(int count, int group) {
        groupOf = group;
        calls = prepared.sign(count, group);
        return "signed";
    }

    private Tally run(int millis, int connections) {
        var tills = new Tills(service, calls, groupOf);
        calls = List.of();
        return tills.run(connections, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static String json(Tally tally) {
        var json = Json.object();
        json.put("seconds", tally.took().toNanos() / 1e9);
        json.put("successes", tally.successes()).put("failures", tally.failures());
        json.put("p50", tally.millis(50)).put("p99", tally.millis(99));
        json.put("p999", tally.millis(99.9)).put("max", tally.millis(100));
        var statuses = json.putObject("others");
        tally.others().forEach(statuses::put);
        return Json.compact(json);
    }
}
