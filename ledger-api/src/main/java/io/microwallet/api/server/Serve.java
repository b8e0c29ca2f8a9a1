package io.microwallet.api.server;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts the service, in this process. */
public final class Serve {
    private Serve() {}

    /**
     * Starts the database if it is the embedded one, opens the log, and takes calls when this returns.
     *
     * @throws ServiceStartException with a message for a person where it cannot start; nothing is left running
     */
    public static RunningServer run(ServeSettings settings) {
        return run(settings, InstantSource.system());
    }

    /** @param clock what signatures, sessions and codes go by; the log has a clock of its own */
    public static RunningServer run(ServeSettings settings, InstantSource clock) {
        return run(settings, clock, StoreTuning.NONE);
    }

    /** @param store how the log is opened, for tests that have rules of their own or break in between two steps */
    public static RunningServer run(ServeSettings settings, InstantSource clock, StoreTuning store) {
        var data = DataDirectory.ready(settings.data());
        var opening = OpeningEngine.begin(() -> Engine.open(settings, clock, store));
        try {
            return running(settings, data, opening, context(settings, clock, opening));
        } catch (RuntimeException e) {
            opening.abandon();
            throw ServiceStartException.of(e);
        }
    }

    /** What a person wants to know once it runs. */
    public static void greet(RunningServer server, PrintStream out) {
        server.newOperatorKey()
                .ifPresent(file -> out.println("A new deployment: the operator's key is in " + file
                        + ". Keep it: it opens ledgers, and there is no other."));
        out.println("MicroWallet takes calls at " + server.url());
        out.println("  docs        " + server.url() + "/docs");
        out.println("  health      " + server.managementUrl() + Management.HEALTH);
        out.println("  data        " + server.data());
    }

    private static RunningServer running(
            ServeSettings settings, Path data, OpeningEngine opening, ConfigurableApplicationContext context) {
        try {
            var url = url(settings, port(context, "local.server.port"));
            var managementUrl = context.getBean(Management.class).url();
            ServiceFile.write(data, url, managementUrl);
            var operator = context.getBean(NewDeployment.class).operatorKey();
            return new RunningServer(context, opening.engine(), data, url, managementUrl, operator);
        } catch (IOException e) {
            context.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static ConfigurableApplicationContext context(
            ServeSettings settings, InstantSource clock, OpeningEngine opening) {
        var application = new SpringApplication(Parts.classes());
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        var properties = ServiceProperties.of(settings);
        // Twice: logging is set up before the initializers run, and only what they add comes before the environment.
        application.setDefaultProperties(properties);
        application.addInitializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("serve", properties));
            var beans = (GenericApplicationContext) context;
            beans.registerBean(ServeSettings.class, () -> settings);
            beans.registerBean("clock", InstantSource.class, () -> clock);
            beans.registerBean(Engine.class, opening::engine, bean -> bean.setDestroyMethodName(""));
        });
        return application.run();
    }

    private static int port(ConfigurableApplicationContext context, String name) {
        return context.getEnvironment().getRequiredProperty(name, Integer.class);
    }

    static URI url(ServeSettings settings, int port) {
        var scheme = settings.tls().isPresent() ? "https" : "http";
        return URI.create(scheme + "://" + Authorities.bracketed(settings.address()) + ':' + port);
    }
}
