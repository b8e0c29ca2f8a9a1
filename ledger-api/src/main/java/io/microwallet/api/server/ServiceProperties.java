package io.microwallet.api.server;

import java.util.HashMap;
import java.util.Map;

/**
 * The settings as Spring Boot knows them, and the bounds that nobody sets. They stand before the environment and every
 * properties file: a SERVER_ADDRESS that lies about must not open a port that {@link ServeSettings} would have refused.
 */
final class ServiceProperties {
    /** What is the same for every start. */
    private static final Map<String, Object> FIXED = Map.ofEntries(
            Map.entry("spring.main.banner-mode", "off"),
            Map.entry("spring.threads.virtual.enabled", true),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "15s"),
            Map.entry("spring.mvc.problemdetails.enabled", false),
            Map.entry("spring.servlet.multipart.enabled", false),
            Map.entry("spring.jmx.enabled", false),
            Map.entry("spring.thymeleaf.check-template-location", false),
            Map.entry("logging.level.org.springdoc", "error"),
            Map.entry("logging.level.org.springframework.core.events", "error"),
            // Nothing is believed of X-Forwarded-*, wherever the service runs.
            Map.entry("server.forward-headers-strategy", "none"),
            Map.entry("server.shutdown", "graceful"),
            Map.entry("server.max-http-request-header-size", "16KB"),
            Map.entry("server.tomcat.max-connections", 8_192),
            Map.entry("server.tomcat.accept-count", 1_024),
            Map.entry("server.tomcat.connection-timeout", "20s"),
            Map.entry("server.tomcat.keep-alive-timeout", "60s"),
            Map.entry("server.tomcat.max-keep-alive-requests", -1),
            Map.entry("server.tomcat.max-http-form-post-size", "64KB"),
            Map.entry("server.error.include-stacktrace", "never"),
            Map.entry("server.error.include-message", "never"),
            Map.entry("server.error.whitelabel.enabled", false),
            Map.entry("springdoc.swagger-ui.path", "/docs"),
            Map.entry("springdoc.paths-to-match", "/v1/**"),
            Map.entry("springdoc.default-produces-media-type", "application/json"),
            // Why a start failed is told by whoever asked for it.
            Map.entry("logging.level.org.springframework.boot.SpringApplication", "off"),
            Map.entry("logging.level.org.springframework.boot.web.server.servlet.context", "error"),
            Map.entry("logging.level.org.springframework.boot.tomcat.servlet", "off"),
            Map.entry("logging.level.root", "warn"));

    private ServiceProperties() {}

    static Map<String, Object> of(ServeSettings settings) {
        var properties = new HashMap<>(FIXED);
        properties.put("server.address", settings.address());
        properties.put("server.port", settings.port());
        settings.tls().ifPresent(tls -> {
            properties.put("server.ssl.certificate", tls.certificate().toUri().toString());
            properties.put(
                    "server.ssl.certificate-private-key",
                    tls.privateKey().toUri().toString());
        });
        return properties;
    }
}
