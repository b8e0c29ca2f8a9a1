package io.microwallet.api.topup.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.chargeback.DisputeReports;
import io.microwallet.api.refund.worker.RefundSettling;
import io.microwallet.api.topup.webhook.ProcessorNotices;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.money.Money;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Wallet;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** A ledger with one wallet, a real simulated processor, and a worker whose waits end when the test says so. */
public final class TopUpDesk implements AutoCloseable {
    public static final Money PRICE = Orders.PRICE;
    static final NotificationSignature SIGNATURE = new NotificationSignature(new byte[32]);
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public final UnreliableLedger ledger;
    final AtomicLong passed = new AtomicLong();
    private final InstantSource clock = () -> START.plusMillis(passed.get());
    private final Orders orders;
    private final Path file;
    public SimulatedProcessorServer server;
    public SimulatedProcessor processor;
    private Rung alarm;
    private TopUpWorker worker;

    public TopUpDesk(Path directory, Mode mode) throws IOException {
        this.ledger = new UnreliableLedger(directory);
        this.orders = new Orders(ledger);
        this.file = directory.resolve("simulator.jsonl");
        startProcessor(0);
        var limits = new ProcessorLimits(TIMEOUT, 64, 1, Duration.ofMillis(1), 1_000, Duration.ofSeconds(5), clock());
        this.processor = new SimulatedProcessor(server.address(), SIGNATURE, limits, clock);
        orders.open(mode);
    }

    void startProcessor(int port) throws IOException {
        server = SimulatedProcessorServer.start(
                new SimulatorSettings(file, port, Duration.ofSeconds(3), SIGNATURE, clock, _ -> {}));
    }

    public Settling settling() {
        return new Settling(ledger, processors(), new OutcomeReports(ledger, InstantSource.system()));
    }

    public ProcessorNotices notices() {
        var calls = new WorkerCalls(ledger, InstantSource.system());
        return new ProcessorNotices(
                ledger,
                processors(),
                settling(),
                new RefundSettling(ledger, processors(), calls),
                new DisputeReports(ledger, calls));
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
        return orders.request(card);
    }

    public Outcome requested(TopUpId id, String card, Money amount, Set<Mode> modes) {
        return orders.request(id, card, amount, modes);
    }

    public static Set<Mode> anyMode() {
        return EnumSet.allOf(Mode.class);
    }

    public TopUp topUp(TopUpId id) {
        return ledger.read(id);
    }

    public Money available() {
        return ((Wallet.Open) ledger.read(Orders.WALLET)).available(PRICE.currency(), Instant.EPOCH);
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
        ledger.close();
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
