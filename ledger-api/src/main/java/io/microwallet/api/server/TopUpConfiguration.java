package io.microwallet.api.server;

import io.microwallet.api.topup.webhook.NotificationServlet;
import io.microwallet.api.topup.webhook.ProcessorNotices;
import io.microwallet.api.topup.worker.Alarm;
import io.microwallet.api.topup.worker.CardProcessors;
import io.microwallet.api.topup.worker.OutcomeReports;
import io.microwallet.api.topup.worker.PostgresPendingTopUps;
import io.microwallet.api.topup.worker.Settling;
import io.microwallet.api.topup.worker.TopUpWorker;
import io.microwallet.core.books.Books;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.topup.CardProcessor;
import io.microwallet.simulator.NotificationSignature;
import io.microwallet.simulator.ProcessorLimits;
import io.microwallet.simulator.SimulatedProcessor;
import io.microwallet.simulator.server.SimulatedProcessorServer;
import io.microwallet.simulator.server.SimulatorSettings;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Card processors, the worker that calls them, and the door for what they tell unasked. */
@Configuration(proxyBeanMethods = false)
class TopUpConfiguration {
    private static final int SECRET_BYTES = 32;

    /** Both sides of the simulator live in this process: its secret need not outlive it. */
    @Bean
    NotificationSignature simulatorSignature() {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new NotificationSignature(secret);
    }

    @Bean
    SimulatedProcessorServer simulator(ServeSettings settings, NotificationSignature signature) throws IOException {
        return SimulatedProcessorServer.start(
                SimulatorSettings.on(settings.data().resolve(DataDirectory.SIMULATOR), signature));
    }

    @Bean
    SimulatedProcessor simulatedProcessor(
            SimulatedProcessorServer simulator, NotificationSignature signature, InstantSource clock) {
        return new SimulatedProcessor(simulator.address(), signature, ProcessorLimits.standard(), clock);
    }

    @Bean
    CardProcessors cardProcessors(List<CardProcessor> processors) {
        return new CardProcessors(processors);
    }

    @Bean
    Settling settling(Books books, CardProcessors processors, Decisions decisions, InstantSource clock) {
        return new Settling(books, processors, new OutcomeReports(decisions, clock));
    }

    @Bean
    ServletRegistrationBean<NotificationServlet> notifications(
            Books books, CardProcessors processors, Settling settling) {
        var notices = new ProcessorNotices(books, processors, settling);
        return new ServletRegistrationBean<>(new NotificationServlet(notices), NotificationServlet.PATH);
    }

    @Bean(initMethod = "start")
    @DependsOn("listingProgress")
    TopUpWorker topUpWorker(Books books, JdbcClient database, Settling settling) {
        var pending = new PostgresPendingTopUps(database, ServiceConfiguration.PARTITION);
        return new TopUpWorker(books, pending, settling, Alarm.clock());
    }
}
