package io.microwallet.api.server;

import io.microwallet.api.refund.worker.PostgresPendingRefunds;
import io.microwallet.api.topup.webhook.NotificationServlet;
import io.microwallet.api.topup.worker.CardProcessors;
import io.microwallet.api.topup.worker.PostgresPendingTopUps;
import io.microwallet.core.books.Books;
import io.microwallet.core.request.Decisions;
import java.time.InstantSource;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Card processors, the worker that calls them, and the door for what they tell unasked. */
@Configuration(proxyBeanMethods = false)
class TopUpConfiguration {

    @Bean
    TopUpProcessing topUpProcessing(
            ServeSettings settings, Books books, Decisions decisions, JdbcClient database, InstantSource clock) {
        var pending = new PostgresPendingTopUps(database, Engine.PARTITION);
        var refunds = new PostgresPendingRefunds(database, Engine.PARTITION);
        return TopUpProcessing.open(settings.data(), books, decisions, pending, refunds, clock);
    }

    @Bean
    CardProcessors cardProcessors(TopUpProcessing topUps) {
        return topUps.processors();
    }

    @Bean
    ServletRegistrationBean<NotificationServlet> notifications(TopUpProcessing topUps) {
        return new ServletRegistrationBean<>(topUps.notifications(), NotificationServlet.PATH);
    }
}
