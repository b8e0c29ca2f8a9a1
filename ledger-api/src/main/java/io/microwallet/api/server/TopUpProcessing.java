package io.microwallet.api.server;

import io.microwallet.api.chargeback.DisputeReports;
import io.microwallet.api.refund.worker.PendingRefunds;
import io.microwallet.api.refund.worker.RefundSettling;
import io.microwallet.api.refund.worker.RefundWork;
import io.microwallet.api.topup.webhook.NotificationServlet;
import io.microwallet.api.topup.webhook.ProcessorNotices;
import io.microwallet.api.topup.worker.Alarm;
import io.microwallet.api.topup.worker.CallWorker;
import io.microwallet.api.topup.worker.CardProcessors;
import io.microwallet.api.topup.worker.OutcomeReports;
import io.microwallet.api.topup.worker.PendingTopUps;
import io.microwallet.api.topup.worker.Settling;
import io.microwallet.api.topup.worker.TopUpWorker;
import io.microwallet.api.topup.worker.WorkerCalls;
import io.microwallet.core.books.Books;
import io.microwallet.core.refund.RefundPartId;
import io.microwallet.core.request.Decisions;
import io.microwallet.simulator.NotificationSignature;
import io.microwallet.simulator.ProcessorLimits;
import io.microwallet.simulator.SimulatedProcessor;
import io.microwallet.simulator.server.SimulatedProcessorServer;
import io.microwallet.simulator.server.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** Everything with a lifetime on the way of a top-up: the simulated processor, its adapter, the worker and the notifications. */
public final class TopUpProcessing implements AutoCloseable {
    private static final String CHARGES_FILE = "simulator.jsonl";
    private static final int SECRET_BYTES = 32;

    private final SimulatedProcessorServer simulator;
    private final SimulatedProcessor processor;
    private final NotificationSignature signature;
    private final CardProcessors processors;
    private final NotificationServlet notifications;
    private final TopUpWorker worker;
    private final CallWorker<RefundPartId> refunds;

    private TopUpProcessing(
            SimulatedProcessorServer simulator,
            NotificationSignature signature,
            Books books,
            Decisions decisions,
            PendingTopUps pending,
            PendingRefunds pendingRefunds,
            InstantSource clock) {
        this.simulator = simulator;
        this.signature = signature;
        this.processor = new SimulatedProcessor(simulator.address(), signature, ProcessorLimits.standard(), clock);
        this.processors = new CardProcessors(List.of(processor));
        var settling = new Settling(books, processors, new OutcomeReports(decisions, clock));
        var calls = new WorkerCalls(decisions, clock);
        var refunding = new RefundSettling(books, processors, calls);
        this.notifications = new NotificationServlet(
                new ProcessorNotices(books, processors, settling, refunding, new DisputeReports(books, calls)));
        this.worker = new TopUpWorker(books, pending, settling, Alarm.clock());
        this.refunds = new CallWorker<>(books, new RefundWork(pendingRefunds, refunding), Alarm.clock());
    }

    /**
     * Starts the simulated processor; it keeps its charges in the data directory.
     *
     * @param clock the machine's
     * @throws UncheckedIOException if another service holds them
     */
    public static TopUpProcessing open(
            Path data,
            Books books,
            Decisions decisions,
            PendingTopUps pending,
            PendingRefunds pendingRefunds,
            InstantSource clock) {
        // Both ends are in this process, so each start makes a secret of its own.
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        var signature = new NotificationSignature(secret);
        try {
            var settings = SimulatorSettings.on(data.resolve(CHARGES_FILE), signature);
            return new TopUpProcessing(
                    SimulatedProcessorServer.start(settings),
                    signature,
                    books,
                    decisions,
                    pending,
                    pendingRefunds,
                    clock);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated processor does not start: " + e.getMessage(), e);
        }
    }

    /**
     * Starts the worker.
     *
     * @param service where the service takes calls, without a path: notifications go there
     */
    public void start(URI service) {
        simulator.notifyAt(service.resolve("/v1/webhooks/" + processor.id().value()));
        worker.start();
        refunds.start();
    }

    public CardProcessors processors() {
        return processors;
    }

    /** The simulated processor's, which signs what it tells until this service stops. */
    public NotificationSignature signature() {
        return signature;
    }

    /** To be mounted at {@link NotificationServlet#PATH}. */
    public NotificationServlet notifications() {
        return notifications;
    }

    /** How many top-ups have no known outcome yet, of those that the worker has in hand. */
    public int inHand() {
        return worker.inHand();
    }

    @Override
    public void close() {
        worker.close();
        refunds.close();
        processor.close();
        try {
            simulator.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
