package io.microwallet.simulator.server;

import io.microwallet.simulator.NotificationSignature;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How a simulated processor runs.
 *
 * @param file where it keeps its charges, for ever
 * @param lateAnswer how long {@code tok_late} takes
 * @param port on loopback; 0 for any that is free
 */
public record SimulatorSettings(
        Path file, int port, Duration lateAnswer, NotificationSignature signature, InstantSource clock, Pause pause) {
    private static final Duration LATE_ANSWER = Duration.ofSeconds(3);

    /** On any free port, by the machine's clock. */
    public static SimulatorSettings on(Path file, NotificationSignature signature) {
        return new SimulatorSettings(file, 0, LATE_ANSWER, signature, InstantSource.system(), Thread::sleep);
    }

    /** Lets time pass; the caller's thread waits. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }
}
