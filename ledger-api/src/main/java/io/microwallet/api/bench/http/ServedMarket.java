package io.microwallet.api.bench.http;

import io.microwallet.api.bench.market.Till;
import io.microwallet.api.bench.stage.Shop;
import io.microwallet.api.bench.stage.Stage;
import io.microwallet.api.server.RunningServer;
import io.microwallet.api.server.Serve;
import io.microwallet.api.server.ServeSettings;
import io.microwallet.api.server.StoreTuning;
import io.microwallet.core.client.Scope;
import io.microwallet.eventstore.EventStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** A market that was prepared in process, served over HTTP by this process, and called by another. */
final class ServedMarket implements AutoCloseable {
    private static final int TOKEN_VERSION = 1;
    private static final int TOKENS_AT_ONCE = 1_000;
    private static final int CALLS_PER_SECOND = 1_000_000;

    private final RunningServer server;
    private final SeparateClient client;

    private ServedMarket(RunningServer server, SeparateClient client) {
        this.server = server;
        this.client = client;
    }

    static ServedMarket open(Stage stage) throws Exception {
        var till = Till.with(Scope.CHECKOUT);
        var keyPair = stage.folder().resolve("keys").resolve("till.jwk");
        var wallets = stage.folder().resolve("wallets.txt");
        var merchant = prepare(stage, till, wallets);
        till.pair().write(keyPair);
        var server = serve(stage);
        try {
            return new ServedMarket(server, SeparateClient.start(server.url(), keyPair, wallets, merchant));
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    static RunningServer serve(Stage stage) {
        var settings = ServeSettings.of(stage.folder())
                .withDatabase(stage.database().service())
                .withPorts(0, 0)
                .withCallsPerSecondAndClient(CALLS_PER_SECOND);
        return Serve.run(settings, InstantSource.system(), StoreTuning.NONE);
    }

    /** The till's tokens go into a file, a line each. @return the merchant's id */
    private static String prepare(Stage stage, Till till, Path file) throws InterruptedException, IOException {
        try (var shop = Shop.open(stage)) {
            var market = shop.market(stage.scale().wallets());
            shop.send(Stream.of(till.introduced(market)));
            var tokens = shop.vault().walletTokens();
            market.wallets().stream()
                    .gather(Gatherers.windowFixed(TOKENS_AT_ONCE))
                    .forEach(some -> tokens.issue(till.client(), TOKEN_VERSION, some));
            Iterable<String> lines = market.wallets().stream()
                    .map(wallet ->
                            tokens.of(till.client(), TOKEN_VERSION, wallet).text())::iterator;
            Files.write(file, lines);
            return market.merchant().text();
        }
    }

    SeparateClient client() {
        return client;
    }

    EventStore store() {
        return server.part(EventStore.class);
    }

    @Override
    public void close() throws InterruptedException {
        try (server) {
            client.close();
        }
    }
}
