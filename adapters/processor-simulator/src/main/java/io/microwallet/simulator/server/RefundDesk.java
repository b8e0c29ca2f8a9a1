package io.microwallet.simulator.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** Where the processor takes refunds, and tells later what became of them; and where cardholders dispute. */
final class RefundDesk {
    private static final int REQUEST_BYTES_MAX = 4_096;

    private final SimulatorSettings settings;
    private final ChargeBook book;
    private final Notifier notifier;
    private final ExecutorService threads;

    RefundDesk(SimulatorSettings settings, ChargeBook book, Notifier notifier, ExecutorService threads) {
        this.settings = settings;
        this.book = book;
        this.notifier = notifier;
        this.threads = threads;
    }

    void lookUp(HttpExchange exchange, String key) throws IOException {
        var refund = book.findRefund(key);
        if (refund.isEmpty()) {
            SimulatedProcessorServer.answer(exchange, 404, ChargeJson.error("no_such_refund"));
        } else {
            var body = RefundJson.write(refund.get(), settings.clock().instant());
            SimulatedProcessorServer.answer(exchange, 200, body);
        }
    }

    void refund(HttpExchange exchange) throws IOException {
        var asked = read(exchange);
        if (asked.isEmpty()) {
            SimulatedProcessorServer.answer(exchange, 400, ChargeJson.error("bad_request"));
            return;
        }
        var kept = book.keep(asked.get());
        if (kept.isEmpty()) {
            SimulatedProcessorServer.answer(exchange, 400, ChargeJson.error("refund_exceeds_charge"));
        } else if (kept.get().answers(asked.get())) {
            tell(exchange, kept.get());
        } else {
            SimulatedProcessorServer.answer(exchange, 409, ChargeJson.error("idempotency_key_reused"));
        }
    }

    private void tell(HttpExchange exchange, Refund refund) throws IOException {
        var now = settings.clock().instant();
        var status = switch (refund.status(now)) {
            case SETTLED -> 200;
            case PENDING -> 202;
            case FAILED -> 402;
        };
        SimulatedProcessorServer.answer(exchange, status, RefundJson.write(refund, now));
        if (refund.changesLater()) {
            later(() -> notifier.tell(RefundJson.notice(refund, refund.changesAt())));
        }
    }

    /** What a cardholder does about a charge that was approved: nothing, for most cards. */
    void dispute(Charge charge) {
        switch (charge.card()) {
            case "tok_disputed_early" -> lost(charge);
            case "tok_disputed" -> later(() -> lost(charge));
            case "tok_disputed_won" ->
                later(() -> {
                    lost(charge);
                    later(() -> notifier.tell(RefundJson.dispute(charge, "won")));
                });
            default -> {
                // Most people are content.
            }
        }
    }

    private void lost(Charge charge) {
        var notice = RefundJson.dispute(charge, "lost");
        notifier.tell(notice);
        notifier.tell(notice);
    }

    private void later(Runnable action) {
        threads.execute(() -> {
            try {
                settings.pause().of(settings.lateAnswer());
                action.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Optional<Refund> read(HttpExchange exchange) throws IOException {
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        var body = exchange.getRequestBody().readNBytes(REQUEST_BYTES_MAX);
        if (key == null || !key.matches("[A-Za-z0-9_-]{1,64}")) {
            return Optional.empty();
        }
        try {
            var asked = RefundJson.read(body);
            var changesAt = settings.clock().instant().plus(settings.lateAnswer());
            return book.byId(asked.charge())
                    .filter(charge -> charge.testCard().approves())
                    .filter(charge ->
                            charge.amount().currency() == asked.amount().currency())
                    .map(charge -> new Refund(key, asked.charge(), charge.card(), asked.amount(), changesAt));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
