package io.microwallet.api.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.ConfigurableApplicationContext;

/** A service that takes calls, until it is closed: then it answers what it has taken, and stops everything it started. */
public final class RunningServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final Engine engine;
    private final Path data;
    private final URI url;
    private final URI managementUrl;
    private final Optional<Path> newOperatorKey;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    RunningServer(
            ConfigurableApplicationContext context,
            Engine engine,
            Path data,
            URI url,
            URI managementUrl,
            Optional<Path> newOperatorKey) {
        this.context = context;
        this.engine = engine;
        this.data = data;
        this.url = url;
        this.managementUrl = managementUrl;
        this.newOperatorKey = newOperatorKey;
    }

    /** Where calls go: {@code http://127.0.0.1:8480}. */
    public URI url() {
        return url;
    }

    /** Health and metrics: below {@code /actuator}. */
    public URI managementUrl() {
        return managementUrl;
    }

    public Path data() {
        return data;
    }

    /** The file of the operator's key, if this start made it. */
    public Optional<Path> newOperatorKey() {
        return newOperatorKey;
    }

    /** A part of the running service, for the demo and for tests. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Returns when somebody has closed it. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            try (engine) {
                ServiceFile.remove(data);
                context.close();
            } finally {
                closed.countDown();
            }
        }
    }
}
