package io.microwallet.simulator.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A card processor for sandbox ledgers: HTTP on loopback, real in every part but the money. What it does is a pure function
 * of the card's token and the charge's key, {@link TestCard}; what it did it keeps for ever, {@link ChargeBook}.
 *
 * <pre>
 * POST /charges        Idempotency-Key: KEY   {"amount":1250,"currency":"EUR","card":"tok_visa"}
 *   200 {"id":"ch_…","key":KEY,"status":"succeeded","amount":1250,"currency":"EUR"}
 *   202 … "status":"pending"       402 … "status":"declined","declineCode":"lost_card"
 *   409 {"error":"idempotency_key_reused"}: another amount or card under the same key
 * GET /charges/KEY     200 the charge as it stands    404 {"error":"no_such_charge"}
 *
 * POST /refunds        Idempotency-Key: KEY   {"charge":"ch_…","amount":1250,"currency":"EUR"}
 *   200 {"id":"rf_…","key":KEY,"charge":"ch_…","status":"settled","amount":1250,"currency":"EUR"}
 *   202 … "status":"pending"       402 … "status":"failed","failureCode":"account_closed"
 *   400 {"error":"refund_exceeds_charge"}: more than was charged and not sent back
 * GET /refunds/KEY     200 the refund as it stands    404 {"error":"no_such_refund"}
 *
 * Notifications: charge.updated, refund.updated, and dispute.updated of {"id":"dp_…","key":KEY of the charge,
 * "status":"lost" or "won","amount":1250,"currency":"EUR","fee":1500}
 * </pre>
 */
public final class SimulatedProcessorServer implements AutoCloseable {
    private static final int REQUEST_BYTES_MAX = 4_096;
    private static final String CHARGES = "/charges";
    private static final String REFUNDS = "/refunds";
    private static final Duration STOP_MAX = Duration.ofSeconds(5);

    private final SimulatorSettings settings;
    private final ChargeBook book;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Notifier notifier;
    private final RefundDesk refunds;
    private final CountDownLatch closing = new CountDownLatch(1);

    private SimulatedProcessorServer(SimulatorSettings settings, ChargeBook book, HttpServer http) {
        this.settings = settings;
        this.book = book;
        this.http = http;
        this.notifier = new Notifier(settings, threads);
        this.refunds = new RefundDesk(settings, book, notifier, threads);
    }

    /** @throws IOException if the file is held or damaged, or the port is taken */
    public static SimulatedProcessorServer start(SimulatorSettings settings) throws IOException {
        var book = ChargeBook.open(settings.file());
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
            var server = new SimulatedProcessorServer(settings, book, HttpServer.create(address, 0));
            server.http.setExecutor(server.threads);
            server.http.createContext(CHARGES, server::handle);
            server.http.createContext(REFUNDS, server::handle);
            server.http.start();
            return server;
        } catch (IOException e) {
            book.close();
            throw e;
        }
    }

    /** Where it listens, without a path. */
    public URI address() {
        var bound = http.getAddress();
        return URI.create("http://%s:%d".formatted(bound.getAddress().getHostAddress(), bound.getPort()));
    }

    /** Where notifications go from now on. */
    public void notifyAt(URI callback) {
        notifier.sendTo(callback);
    }

    /** How many charges took money since the file began. */
    public long chargesTaken() {
        return book.taken();
    }

    /** Breaks off what it has not answered; what it took, it has kept. */
    @Override
    public void close() throws IOException {
        closing.countDown();
        http.stop(0);
        notifier.close();
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("calls are still running after " + STOP_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            book.close();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getRawPath();
            var method = exchange.getRequestMethod();
            if (method.equals("POST") && path.equals(CHARGES)) {
                charge(exchange);
            } else if (method.equals("GET") && path.startsWith(CHARGES + '/')) {
                lookUp(exchange, path.substring(CHARGES.length() + 1));
            } else if (method.equals("POST") && path.equals(REFUNDS)) {
                refunds.refund(exchange);
            } else if (method.equals("GET") && path.startsWith(REFUNDS + '/')) {
                refunds.lookUp(exchange, path.substring(REFUNDS.length() + 1));
            } else {
                answer(exchange, 404, ChargeJson.error("no_such_resource"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookUp(HttpExchange exchange, String key) throws IOException {
        var charge = book.find(key);
        if (charge.isEmpty()) {
            answer(exchange, 404, ChargeJson.error("no_such_charge"));
        } else {
            answer(
                    exchange,
                    200,
                    ChargeJson.write(charge.get(), settings.clock().instant()));
        }
    }

    private void charge(HttpExchange exchange) throws IOException, InterruptedException {
        var asked = read(exchange);
        if (asked == null) {
            answer(exchange, 400, ChargeJson.error("bad_request"));
            return;
        }
        if (asked.testCard().manner() == TestCard.Manner.LOST_AT_FIRST && book.lose(asked.key())) {
            return;
        }
        var charge = book.keep(asked);
        if (charge.answers(asked)) {
            // The object is the same for the first call under a key alone: a retry brings no second dispute.
            if (charge == asked) {
                refunds.dispute(charge);
            }
            answerInTheCardsManner(exchange, charge);
        } else {
            answer(exchange, 409, ChargeJson.error("idempotency_key_reused"));
        }
    }

    private void answerInTheCardsManner(HttpExchange exchange, Charge charge) throws IOException, InterruptedException {
        switch (charge.testCard().manner()) {
            case AT_ONCE, LOST_AT_FIRST -> tell(exchange, charge);
            case LATE -> {
                settings.pause().of(settings.lateAnswer());
                tell(exchange, charge);
            }
            case AND_NOTIFIED_TWICE -> {
                tell(exchange, charge);
                var notice = ChargeJson.notice(charge, settings.clock().instant());
                notifier.tell(notice);
                notifier.tell(notice);
            }
            case NEVER -> closing.await();
            case BROKEN_OFF -> breakOff(exchange, charge);
        }
    }

    private void tell(HttpExchange exchange, Charge charge) throws IOException {
        var now = settings.clock().instant();
        var status = switch (charge.status(now)) {
            case SUCCEEDED -> 200;
            case PENDING -> 202;
            case DECLINED -> 402;
        };
        answer(exchange, status, ChargeJson.write(charge, now));
    }

    private void breakOff(HttpExchange exchange, Charge charge) throws IOException {
        var body = ChargeJson.write(charge, settings.clock().instant());
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
    }

    private @Nullable Charge read(HttpExchange exchange) throws IOException {
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        var body = exchange.getRequestBody().readNBytes(REQUEST_BYTES_MAX);
        if (key == null || !key.matches("[A-Za-z0-9_-]{1,64}")) {
            return null;
        }
        try {
            var now = settings.clock().instant();
            var charge = ChargeJson.read(key, body, now);
            var late = charge.testCard().manner() == TestCard.Manner.LATE;
            return late ? charge.settlingAt(now.plus(settings.lateAnswer())) : charge;
        } catch (RuntimeException e) {
            return null;
        }
    }

    static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
