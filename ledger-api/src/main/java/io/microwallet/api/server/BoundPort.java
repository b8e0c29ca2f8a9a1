package io.microwallet.api.server;

import io.microwallet.simulator.server.SimulatedProcessorServer;
import java.net.URI;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whom it concerns which port the service got. */
@Component
final class BoundPort {
    private static final String WEBHOOK = "/v1/webhooks/simulator";

    private final ServeSettings settings;
    private final Authorities authorities;
    private final SimulatedProcessorServer simulator;

    BoundPort(ServeSettings settings, Authorities authorities, SimulatedProcessorServer simulator) {
        this.settings = settings;
        this.authorities = authorities;
        this.simulator = simulator;
    }

    @EventListener
    void bound(ServletWebServerInitializedEvent event) {
        // The management port has a server of its own, which is named.
        if (event.getApplicationContext().getServerNamespace() == null) {
            var port = event.getWebServer().getPort();
            authorities.bound(settings.address(), port);
            simulator.notifyAt(URI.create(Serve.url(settings, port) + WEBHOOK));
        }
    }
}
