package io.microwallet.api.page;

import io.microwallet.api.ledger.LedgerTimes;
import io.microwallet.api.page.code.MemberCodes;
import io.microwallet.api.page.live.EventStream;
import io.microwallet.api.page.live.LiveStreams;
import io.microwallet.api.page.live.StreamLimits;
import io.microwallet.api.page.receipt.ReceiptKey;
import io.microwallet.api.page.receipt.Receipts;
import io.microwallet.api.page.session.LinkExchange;
import io.microwallet.api.page.session.Links;
import io.microwallet.api.page.session.PageSessions;
import io.microwallet.api.page.session.SameOrigin;
import io.microwallet.api.page.view.Activities;
import io.microwallet.api.page.view.Balances;
import io.microwallet.api.page.view.HistoryLines;
import io.microwallet.api.page.view.LedgerTexts;
import io.microwallet.api.page.web.PageAssets;
import io.microwallet.api.page.web.PageHeaders;
import io.microwallet.core.books.Books;
import io.microwallet.vault.LinkSessions;
import io.microwallet.vault.ReceiptSeeds;
import io.microwallet.vault.SealedTexts;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the page of a balance link together. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {
    @Bean
    MemberCodes memberCodes(InstantSource clock) {
        return new MemberCodes(clock, new SecureRandom());
    }

    @Bean
    Links links(Books books, LedgerTimes times) {
        return new Links(books, times);
    }

    @Bean
    LinkExchange linkExchange(Links links, InstantSource clock) {
        return new LinkExchange(links, clock);
    }

    @Bean
    PageSessions pageSessions(LinkSessions sessions, Links links) {
        return new PageSessions(sessions, links);
    }

    /** @param authorities the hosts that the service answers for, as in a normalised Host header */
    @Bean
    Doorkeeper doorkeeper(Links links, PageSessions sessions, Predicate<String> authorities) {
        return new Doorkeeper(links, sessions, new SameOrigin(authorities));
    }

    @Bean
    LedgerTexts ledgerTexts(Books books, SealedTexts sealed) {
        return new LedgerTexts(books, sealed);
    }

    @Bean
    WalletPages walletPages(Books books, LedgerTexts texts, MemberCodes codes, LedgerTimes times) {
        var activities = new Activities(books, new HistoryLines(books, texts));
        return new WalletPages(books, texts, new Balances(books, times, texts), activities, codes);
    }

    @Bean
    Receipts receipts(Books books, LedgerTexts texts) {
        return new Receipts(books, texts);
    }

    @Bean
    ReceiptKey receiptKey(ReceiptSeeds seeds) {
        return new ReceiptKey(seeds.seed(ReceiptSeeds.VERSION));
    }

    @Bean
    LiveStreams liveStreams(Books books, MemberCodes codes, ObjectProvider<StreamLimits> limits) {
        return new LiveStreams(books, codes, limits.getIfAvailable(() -> StreamLimits.DEFAULT));
    }

    /** Streams end before the web server waits for its last answers. */
    @Bean
    StreamsAtShutdown streamsAtShutdown(LiveStreams streams) {
        return new StreamsAtShutdown(streams);
    }

    @Bean
    EventStream eventStream(ObjectProvider<StreamLimits> limits, InstantSource clock) {
        return new EventStream(limits.getIfAvailable(() -> StreamLimits.DEFAULT), clock);
    }

    @Bean
    PageAssets pageAssets() {
        return new PageAssets();
    }

    @Bean
    FilterRegistrationBean<PageHeaders> pageHeaders() {
        var headers = new FilterRegistrationBean<>(new PageHeaders());
        headers.addUrlPatterns("/b/*", PageAssets.ROOT + '*');
        return headers;
    }
}
