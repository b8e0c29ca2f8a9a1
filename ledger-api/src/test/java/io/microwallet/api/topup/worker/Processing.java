package io.microwallet.api.topup.worker;

import io.microwallet.core.books.Books;
import io.microwallet.core.request.Decisions;
import io.microwallet.simulator.NotificationSignature;
import io.microwallet.simulator.ProcessorLimits;
import io.microwallet.simulator.SimulatedProcessor;
import io.microwallet.simulator.server.SimulatedProcessorServer;
import io.microwallet.simulator.server.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Simulated processor, adapter and worker by the machine's clock, as the service runs them; nobody listens for notifications. */
final class Processing implements AutoCloseable {
    private static final NotificationSignature SIGNATURE = new NotificationSignature(new byte[32]);

    private final SimulatedProcessorServer server;
    private final SimulatedProcessor processor;
    private final TopUpWorker worker;

    Processing(Path data, Books books, Decisions decisions, PendingTopUps pending) throws IOException {
        var clock = InstantSource.system();
        server = SimulatedProcessorServer.start(SimulatorSettings.on(data.resolve("simulator.jsonl"), SIGNATURE));
        processor = new SimulatedProcessor(server.address(), SIGNATURE, ProcessorLimits.standard(), clock);
        var settling =
                new Settling(books, new CardProcessors(List.of(processor)), new OutcomeReports(decisions, clock));
        worker = new TopUpWorker(books, pending, settling, Alarm.clock());
        worker.start();
    }

    int inHand() {
        return worker.inHand();
    }

    long chargesTaken() {
        return server.chargesTaken();
    }

    @Override
    public void close() throws IOException {
        worker.close();
        processor.close();
        server.close();
    }
}
