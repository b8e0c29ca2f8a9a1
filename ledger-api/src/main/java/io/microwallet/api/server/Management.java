package io.microwallet.api.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.microwallet.api.http.json.AnswerJson;
import io.microwallet.eventstore.EventStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Health and metrics for whoever runs the service: on loopback, on a port of its own, and nothing else there. */
final class Management implements AutoCloseable {
    static final String HEALTH = "/actuator/health";

    private static final String LOOPBACK = "127.0.0.1";
    private static final String METRICS = "/actuator/prometheus";
    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final EventStore store;
    private final PrometheusMeterRegistry meters;
    private final HttpServer server;
    private final ProcessMeters process = new ProcessMeters();
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    private Management(EventStore store, PrometheusMeterRegistry meters, HttpServer server) {
        this.store = store;
        this.meters = meters;
        this.server = server;
    }

    /** @param port 0 for any free one */
    static Management start(int port, EventStore store, PrometheusMeterRegistry meters) {
        try {
            var address = new InetSocketAddress(InetAddress.getByName(LOOPBACK), port);
            var management = new Management(store, meters, HttpServer.create(address, 0));
            management.start();
            return management;
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("The management port " + port + ": " + e.getMessage()));
        }
    }

    private void start() {
        // Nobody asks for it in the first second.
        calls.execute(() -> process.watch(meters));
        server.setExecutor(calls);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://" + LOOPBACK + ':' + server.getAddress().getPort());
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            switch (call.getRequestURI().getPath()) {
                case HEALTH -> health(call);
                case METRICS -> send(call, OK, METRICS_TYPE, meters.scrape().getBytes(StandardCharsets.UTF_8));
                default -> call.sendResponseHeaders(NOT_FOUND, -1);
            }
        }
    }

    private record Ledger(boolean serving, List<String> troubles, long position, long indexLag, int queued) {}

    private void health(HttpExchange call) throws IOException {
        var health = store.health();
        var ledger =
                new Ledger(health.serving(), health.troubles(), health.position(), health.indexLag(), health.queued());
        var status = health.isGreen() ? "UP" : "DOWN";
        var answer =
                Map.of("status", status, "components", Map.of("ledger", Map.of("status", status, "details", ledger)));
        send(call, health.isGreen() ? OK : UNAVAILABLE, "application/json", AnswerJson.bytes(answer));
    }

    private static void send(HttpExchange call, int status, String type, byte[] body) throws IOException {
        call.getResponseHeaders().set("Content-Type", type);
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        calls.shutdownNow();
        process.close();
    }
}
