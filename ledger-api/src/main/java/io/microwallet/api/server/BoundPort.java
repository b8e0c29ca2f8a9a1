package io.microwallet.api.server;

import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whom it concerns which port the service got. */
@Component
final class BoundPort {
    private final ServeSettings settings;
    private final Authorities authorities;
    private final TopUpProcessing topUps;

    BoundPort(ServeSettings settings, Authorities authorities, TopUpProcessing topUps) {
        this.settings = settings;
        this.authorities = authorities;
        this.topUps = topUps;
    }

    @EventListener
    void bound(ServletWebServerInitializedEvent event) {
        var port = event.getWebServer().getPort();
        authorities.bound(settings.address(), port);
        topUps.start(Serve.url(settings, port));
    }
}
