package io.microwallet.api.topup.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.Credentials;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.PublicKey;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerCommand.CreateLedger;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpCommand.RequestTopUp;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.simulator.NotificationSignature;
import io.microwallet.simulator.ProcessorLimits;
import io.microwallet.simulator.SimulatedProcessor;
import io.microwallet.simulator.server.SimulatedProcessorServer;
import io.microwallet.simulator.server.SimulatorSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** A ledger with one wallet, a real simulated processor, and a worker whose waits end when the test says so. */
public final class TopUpDesk implements AutoCloseable {
    public static final Money PRICE = Money.of(12_50, "EUR");
    static final LedgerId LEDGER = new LedgerId(new UUID(7, 1));
    static final WalletId WALLET = new WalletId(new UUID(7, 2));
    static final NotificationSignature SIGNATURE = new NotificationSignature(new byte[32]);
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final ClientId CLIENT = new ClientId(new UUID(7, 3));
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public final LedgerInMemory ledger = new LedgerInMemory();
    final AtomicLong passed = new AtomicLong();
    private final InstantSource clock = () -> START.plusMillis(passed.get());
    private final AtomicLong numbers = new AtomicLong();
    private final Path file;
    public SimulatedProcessorServer server;
    public SimulatedProcessor processor;
    private Rung alarm;
    private TopUpWorker worker;

    public TopUpDesk(Path directory, Mode mode) throws IOException {
        this.file = directory.resolve("simulator.jsonl");
        startProcessor(0);
        var limits = new ProcessorLimits(TIMEOUT, 64, 1, Duration.ofMillis(1), 1_000, Duration.ofSeconds(5), clock());
        this.processor = new SimulatedProcessor(server.address(), SIGNATURE, limits, clock);
        order(new CreateLedger(LEDGER, mode, ZoneOffset.UTC, new SealedText("c29tZQ"), admin()));
        order(new OpenWallet(LEDGER, WALLET, CLIENT, null, null));
    }

    void startProcessor(int port) throws IOException {
        server = SimulatedProcessorServer.start(
                new SimulatorSettings(file, port, Duration.ofSeconds(3), SIGNATURE, clock, _ -> {}));
    }

    public Settling settling() {
        return new Settling(ledger, processors(), new OutcomeReports(ledger, InstantSource.system()));
    }

    public CardProcessors processors() {
        return new CardProcessors(List.of(processor));
    }

    public void startWorker() {
        alarm = new Rung();
        worker = new TopUpWorker(ledger, ledger, settling(), alarm);
        worker.start();
    }

    void stopWorker() {
        worker.close();
    }

    public TopUpId request(String card) {
        var id = new TopUpId(new UUID(8, numbers.incrementAndGet()));
        requested(id, card, PRICE, processors().modesOf(SimulatedProcessor.ID));
        return id;
    }

    public Outcome requested(TopUpId id, String card, Money amount, Set<Mode> modes) {
        return order(new RequestTopUp(
                LEDGER, id, WALLET, amount, SimulatedProcessor.ID, modes, new CardToken(card), null, null, null));
    }

    public static Set<Mode> anyMode() {
        return EnumSet.allOf(Mode.class);
    }

    public TopUp topUp(TopUpId id) {
        return ledger.read(id);
    }

    public Money available() {
        return ((Wallet.Open) ledger.read(WALLET)).available(PRICE.currency(), Instant.EPOCH);
    }

    public Instant now() {
        return clock.instant();
    }

    public static byte[] notice(TopUpId id, String status) {
        return "{\"type\":\"charge.updated\",\"charge\":{\"id\":\"ch_1\",\"key\":\"%s\",%s}}"
                .formatted(id.text(), status)
                .getBytes(StandardCharsets.UTF_8);
    }

    public static Map<String, String> signed(byte[] body, Instant at) {
        return Map.of("simulator-signature", SIGNATURE.sign(body, at));
    }

    public void untilHolds(ThrowingRunnable assertion) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).untilAsserted(assertion);
    }

    /** Ends every wait of the worker until this holds. */
    public void until(ThrowingRunnable assertion) {
        untilHolds(() -> {
            alarm.ring();
            assertion.run();
        });
    }

    /** Ends every wait of the worker until it has nothing left in hand. */
    public void untilIdle() {
        until(() -> assertThat(worker.inHand()).isZero());
    }

    @Override
    public void close() throws IOException {
        if (worker != null) {
            worker.close();
        }
        processor.close();
        server.close();
    }

    private Outcome order(Command command) {
        var number = numbers.incrementAndGet();
        var request = new Request(
                new RequestId(CLIENT, new IdempotencyKey(new UUID(9, number))),
                new Fingerprint(9, number),
                LEDGER,
                Operation.REQUEST_TOP_UP,
                1,
                1,
                Instant.MAX);
        return ledger.submit(request, command).join();
    }

    private static Credentials admin() {
        var key = new PublicKey(PublicKey.Algorithm.ED25519, "A".repeat(43));
        return new Credentials(
                new ClientId(new UUID(7, 4)),
                new KeyId(new UUID(7, 5)),
                key,
                Set.of(Scope.ADMIN),
                new SealedText("YQ"));
    }

    private static Clock clock() {
        return Clock.systemUTC();
    }

    /** Rings for everyone when it is rung. */
    private static final class Rung implements Alarm {
        private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
        private volatile boolean closed;

        @Override
        public void after(Duration delay, Runnable action) {
            waiting.add(action);
        }

        void ring() {
            for (var left = waiting.size(); left > 0 && !closed; left--) {
                waiting.remove().run();
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
