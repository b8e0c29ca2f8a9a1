package io.microwallet.simulator;

import io.microwallet.core.money.Money;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.ChargeStatus;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.simulator.server.SimulatedProcessorServer;
import io.microwallet.simulator.server.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** A simulated processor and its adapter, in a time that stands still until the test lets it pass. */
final class Simulation implements AutoCloseable {
    static final Money PRICE = Money.of(12_50, "EUR");
    static final NotificationSignature SIGNATURE = new NotificationSignature(new byte[32]);

    /** Long enough for any answer that comes, short enough to wait for those that never do. */
    static final Duration TIMEOUT = Duration.ofMillis(700);

    final StoppedClock clock = new StoppedClock();
    final Semaphore pausing = new Semaphore(0);
    private final Semaphore released = new Semaphore(0);
    private final Path file;
    private final int tries;
    SimulatedProcessorServer server;
    SimulatedProcessor processor;

    Simulation(Path directory) throws IOException {
        this(directory, 1);
    }

    Simulation(Path directory, int tries) throws IOException {
        this.file = directory.resolve("simulator.jsonl");
        this.tries = tries;
        start(0);
        processor = adapter(TIMEOUT);
    }

    void restart() throws IOException {
        var port = server.address().getPort();
        server.close();
        start(port);
    }

    void start(int port) throws IOException {
        server = SimulatedProcessorServer.start(
                new SimulatorSettings(file, port, Duration.ofSeconds(3), SIGNATURE, clock, this::pause));
    }

    SimulatedProcessor adapter(Duration timeout) {
        var limits = new ProcessorLimits(timeout, 64, tries, Duration.ofMillis(1), 10, Duration.ofSeconds(5), clock);
        return new SimulatedProcessor(server.address(), SIGNATURE, limits, clock);
    }

    ChargeStatus charge(TopUpId key, String card) {
        return processor.charge(key, PRICE, new CardToken(card));
    }

    /** Lets the processor's pauses pass. */
    void passTime(Duration duration) {
        clock.now = clock.now.plus(duration);
        released.release();
    }

    @Override
    public void close() throws IOException {
        processor.close();
        server.close();
    }

    static TopUpId key(long number) {
        return new TopUpId(new UUID(0x0190_0000_0000_7000L, number));
    }

    private void pause(Duration duration) throws InterruptedException {
        pausing.release();
        released.acquire();
    }

    static final class StoppedClock extends Clock {
        volatile Instant now = Instant.parse("2026-11-23T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
