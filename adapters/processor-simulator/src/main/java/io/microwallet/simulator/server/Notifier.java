package io.microwallet.simulator.server;

import io.microwallet.simulator.NotificationSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends signed notifications until each is taken with a 2xx, a few times at most; look-ups tell the same. */
final class Notifier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final int TRIES_MAX = 5;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final SimulatorSettings settings;
    private final ExecutorService threads;
    private final HttpClient http;
    private volatile @Nullable URI callback;

    Notifier(SimulatorSettings settings, ExecutorService threads) {
        this.settings = settings;
        this.threads = threads;
        this.http = HttpClient.newBuilder()
                .executor(threads)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIMEOUT)
                .build();
    }

    void sendTo(URI callback) {
        this.callback = callback;
    }

    /** In the background; does nothing while there is nobody to tell. */
    void tell(byte[] body) {
        var target = callback;
        if (target != null) {
            threads.execute(() -> sendUntilTaken(target, body));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private void sendUntilTaken(URI target, byte[] body) {
        var pause = FIRST_PAUSE;
        try {
            for (var tried = 1; !taken(target, body); tried++) {
                if (tried == TRIES_MAX) {
                    LOG.warn("Nobody took a notification at {} in {} tries", target, TRIES_MAX);
                    return;
                }
                settings.pause().of(pause);
                pause = pause.multipliedBy(2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean taken(URI target, byte[] body) throws InterruptedException {
        var request = HttpRequest.newBuilder(target)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header(
                        NotificationSignature.HEADER,
                        settings.signature().sign(body, settings.clock().instant()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            LOG.debug("A notification did not get through: {}", e.toString());
            return false;
        }
    }
}
