package io.microwallet.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import io.microwallet.api.page.session.LinkCookie;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Where the secret of a link goes, and where it never does. */
class BalanceLinkSecretTest extends BrowserTestCase {
    private BrowserContext browser;

    @BeforeEach
    void openBrowser() {
        browser = chromium.fresh(Chromium.PHONE);
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void the_secret_leaves_the_browser_once_in_the_body_of_a_post() {
        var link = Member.with(service, 1_000).link();
        var page = OpenPage.follow(browser, link).tap();
        page.page().reload();
        page.balance().waitFor();

        assertThat(page.sentHeaders())
                .anyMatch(headers -> headers.getOrDefault("cookie", "").contains(LinkCookie.NAME))
                .allMatch(headers -> headers.getOrDefault("referer", "").isEmpty())
                .noneMatch(headers -> headers.toString().contains(link.secret()));
        // The first navigation's own fragment is the browser's: it is no part of what is sent.
        assertThat(page.requests().stream().skip(1))
                .noneMatch(request -> request.url().contains(link.secret()));
        assertThat(page.requests().stream().filter(request -> isInBody(request, link.secret())))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.method()).isEqualTo("POST");
                    assertThat(request.url()).isEqualTo(link.url() + "/session");
                });
    }

    @Test
    void the_address_bar_and_the_history_lose_the_secret_at_once() {
        var link = Member.with(service, 1_000).link();
        var page = OpenPage.follow(browser, link);

        assertThat(page.page().url()).isEqualTo(link.url());
        page.tap();
        assertThat(page.page().url()).isEqualTo(link.url());
        assertThat(page.page().content()).doesNotContain(link.secret());
    }

    @Test
    void the_log_holds_neither_the_secret_nor_the_cookie() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var loggers = Stream.of("io.microwallet", "org.springframework.web", "org.apache.catalina")
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        loggers.forEach(logger -> listen(logger, log));
        try {
            var link = Member.with(service, 1_000).link();
            OpenPage.follow(browser, new Member.Link(link.id(), link.url(), "x" + link.secret()))
                    .showButton()
                    .click();
            OpenPage.follow(browser, link).tap();
            var cookie = browser.cookies().getFirst().value;

            var lines =
                    log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
            assertThat(lines).anyMatch(line -> line.contains(link.id() + "/session"));
            assertThat(lines).noneMatch(line -> line.contains(link.secret()) || line.contains(cookie));
        } finally {
            loggers.forEach(logger -> leave(logger, log));
        }
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_and_other_sites_and_stored_only_as_a_hash() throws Exception {
        var page = OpenPage.follow(browser, Member.with(service, 1_000).link()).tap();

        var cookie = browser.cookies().getFirst();
        assertThat(cookie.name).isEqualTo(LinkCookie.NAME);
        assertThat(cookie.httpOnly).isTrue();
        assertThat(cookie.secure).isTrue();
        assertThat(cookie.sameSite).isEqualTo(com.microsoft.playwright.options.SameSiteAttribute.STRICT);
        assertThat(cookie.path).startsWith("/b/bl_");
        assertThat(page.page().evaluate("document.cookie")).isEqualTo("");
        assertThat(isStored(MessageDigest.getInstance("SHA-256").digest(cookie.value.getBytes())))
                .isTrue();
    }

    @Test
    void the_browser_finds_nothing_to_complain_of() {
        var member = Member.with(service, 1_000);
        var page = OpenPage.follow(browser, member.link()).tap();
        member.buys(100);
        page.shows("€9.00");

        assertThat(page.complaints()).isEmpty();
    }

    /** Everything that it says goes to the list, and nothing of it to the console. */
    private static void listen(Logger logger, ListAppender<ILoggingEvent> log) {
        logger.setLevel(Level.TRACE);
        logger.setAdditive(false);
        logger.addAppender(log);
    }

    private static void leave(Logger logger, ListAppender<ILoggingEvent> log) {
        logger.detachAppender(log);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    private static boolean isInBody(Request request, String secret) {
        return request.postData() != null && request.postData().contains(secret);
    }

    private static boolean isStored(byte[] hash) throws Exception {
        var login = service.database().service();
        try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                var query = connection.prepareStatement("SELECT 1 FROM link_session WHERE cookie_hash = ?")) {
            query.setBytes(1, hash);
            return query.executeQuery().next();
        }
    }
}
