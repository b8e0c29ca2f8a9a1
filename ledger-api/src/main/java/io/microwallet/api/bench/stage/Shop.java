package io.microwallet.api.bench.stage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.microwallet.api.bench.load.ClosedLoop;
import io.microwallet.api.bench.load.ClosedLoop.Senders;
import io.microwallet.api.bench.load.Order;
import io.microwallet.api.bench.market.Market;
import io.microwallet.api.bench.market.References;
import io.microwallet.api.bench.measure.Measuring;
import io.microwallet.api.listing.ListingProjection;
import io.microwallet.api.listing.PendingRefundProjection;
import io.microwallet.api.listing.PendingTopUpProjection;
import io.microwallet.api.overdue.DueProjection;
import io.microwallet.eventstore.EventStore;
import io.microwallet.eventstore.EventStoreSettings;
import io.microwallet.eventstore.projection.Projection;
import io.microwallet.vault.Vault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A store as the service opens it: with the vault, the projections and the full rules; without HTTP. */
public final class Shop implements AutoCloseable {
    private static final int PARTITION = 0;
    private static final int VAULT_CONNECTIONS = 4;
    private static final int PREPARED_IN_FLIGHT = 256;

    private final Stage stage;
    private final HikariDataSource connections;
    private final Vault vault;
    private final EventStore store;

    private Shop(Stage stage, HikariDataSource connections, Vault vault, EventStore store) {
        this.stage = stage;
        this.connections = connections;
        this.vault = vault;
        this.store = store;
    }

    public static Shop open(Stage stage) {
        return open(stage, usual -> usual);
    }

    public static Shop open(Stage stage, UnaryOperator<EventStoreSettings> tuning) {
        var login = stage.database().service();
        var connections = connections(stage);
        try {
            var secrets = Vault.secrets(stage.folder().resolve("keys"), Map.of());
            var vault = Vault.open(connections, PARTITION, secrets, InstantSource.system());
            var settings = EventStoreSettings.of(login.url(), login.user(), login.password(), stage.folder())
                    // Nobody wrote here a moment ago whose lease would have to end first.
                    .withHandover(Duration.ZERO)
                    .withProjections(stage.projections() ? projections(vault) : List.of());
            return new Shop(stage, connections, vault, EventStore.open(tuning.apply(settings)));
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    private static List<Projection> projections(Vault vault) {
        return List.of(
                new ListingProjection(vault.sealedTexts(), vault.blindIndex()),
                new PendingTopUpProjection(PARTITION),
                new PendingRefundProjection(PARTITION),
                new DueProjection(PARTITION));
    }

    private static HikariDataSource connections(Stage stage) {
        var login = stage.database().service();
        var config = new HikariConfig();
        config.setPoolName("vault");
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(VAULT_CONNECTIONS);
        return new HikariDataSource(config);
    }

    public EventStore store() {
        return store;
    }

    /** A market with full wallets, each with an order number of its own. */
    public Market market(int wallets) throws InterruptedException {
        stage.progress().now("opening %,d wallets", wallets);
        var references = new References(vault);
        var market = new Market(wallets, references);
        references.seal(market.wallets());
        begin(market);
        send(market.wallets().stream().map(market::openWallet));
        send(market.wallets().stream().map(market::requestTopUp));
        send(market.wallets().stream().map(market::reportTopUp));
        return market;
    }

    /** A market with so many wallets that order numbers are left out, and that they are filled by a credit each. */
    public Market largeMarket(int wallets) throws InterruptedException {
        stage.progress().now("opening %,d wallets", wallets);
        var market = new Market(wallets, new References(vault));
        begin(market);
        send(market.wallets().stream().map(market::openWallet));
        send(market.wallets().stream().map(market::grant));
        return market;
    }

    private void begin(Market market) throws InterruptedException {
        send(Stream.of(market.createLedger()));
        send(Stream.of(market.addMerchant()));
    }

    public Vault vault() {
        return vault;
    }

    /** Each once; what they name may be new. @throws IllegalStateException unless all succeed */
    public void send(Stream<Order> orders) throws InterruptedException {
        loop(PREPARED_IN_FLIGHT, 1, Senders.MANY).sendAll(orders.iterator());
    }

    /** The same for what is in memory already. */
    public void sendWarm(Stream<Order> orders) throws InterruptedException {
        loop(PREPARED_IN_FLIGHT, 1, Senders.ONE).sendAll(orders.iterator());
    }

    public ClosedLoop loop(int inFlight, int groupOf, Senders senders) {
        return new ClosedLoop(store.decisions(), inFlight, groupOf, senders);
    }

    public Measuring measuring() {
        return new Measuring(stage.database().service(), store, stage.projections(), stage.progress());
    }

    @Override
    public void close() {
        store.close();
        connections.close();
    }
}
