package io.microwallet.api.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import io.microwallet.api.page.live.LiveStreams;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member's page in a real browser. */
class BalancePageTest extends BrowserTestCase {
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
    void a_hold_is_counted_down_and_goes_when_it_is_captured_while_the_page_is_open() {
        var member = Member.with(service, 5_000);
        var hold = member.holds(3_000, 600);

        var page = OpenPage.follow(browser, member.link()).tap().shows("€20.00");

        assertThat(page.page().locator(".holds .title")).hasText("Candle & Clay");
        assertThat(page.page().locator(".holds .amount")).hasText("€30.00");
        assertThat(page.page().locator(".holds .left")).hasText(Pattern.compile("(10:00|9:5\\d) left"));
        assertThat(page.activity().nth(0)).containsText("Held for Candle & Clay");

        member.till()
                .post(
                        "/v1/holds/" + hold + "/capture",
                        "{\"amount\":{\"amount\":2500,\"currency\":\"EUR\"},\"final\":true}")
                .expect(200);
        page.shows("€25.00");
        assertThat(page.page().locator(".holds")).hasCount(0);
        assertThat(page.activity().nth(0)).containsText("−€25.00");
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void a_tap_shows_the_balance_the_lots_and_what_happened() {
        var member = Member.with(service, 5_000);
        member.buys(1_250);
        member.topsUp(2_000, "tok_declined_insufficient_funds");

        var page = OpenPage.follow(browser, member.link()).tap().shows("€37.50");

        assertThat(page.activity().nth(0)).containsText("Top-up of €20.00 declined");
        assertThat(page.activity().nth(1)).containsText("Candle & Clay");
        assertThat(page.activity().nth(1)).containsText("−€12.50");
        assertThat(page.activity().nth(2)).containsText("+€50.00");
        assertThat(page.page().locator(".lots")).containsText("Never expires");
        assertThat(page.page().locator(".badge")).hasText("Sandbox");
    }

    @Test
    void nothing_is_shown_and_nothing_is_sent_before_the_tap() {
        var page = OpenPage.follow(browser, Member.with(service, 700).link());

        assertThat(page.showButton()).isVisible();
        assertThat(page.requests()).allMatch(request -> request.method().equals("GET"));
        assertThat(page.page().content()).doesNotContain("7.00");
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void a_purchase_shows_on_the_open_page_by_itself_and_is_read_out() {
        var member = Member.with(service, 2_000);
        var page = OpenPage.follow(browser, member.link()).tap().shows("€20.00");

        member.buys(450);

        page.shows("€15.50");
        assertThat(page.activity().first()).containsText("Candle & Clay");
        assertThat(page.page().locator("[role=status]")).hasText("Your balance is now €15.50.");
    }

    @Test
    void a_refund_shows_on_the_open_page_the_moment_it_is_posted_and_is_read_out() {
        var member = Member.with(service, 5_000);
        var purchase = member.buys(1_250);
        var page = OpenPage.follow(browser, member.link()).tap().shows("€37.50");

        member.isGivenBack(purchase, 500, "wallet");
        page.shows("€42.50");
        assertThat(page.activity().first()).containsText("Refund from Candle & Clay");
        assertThat(page.activity().first()).containsText("+€5.00");
        assertThat(page.page().locator("[role=status]")).hasText("Your balance is now €42.50.");

        member.isGivenBack(purchase, 750, "source");
        assertThat(page.activity().first()).containsText("€7.50 sent back to your card");
        assertThat(page.activity().nth(1)).containsText("Refund from Candle & Clay: €7.50 to your card");
        page.shows("€42.50");
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void a_payment_that_the_bank_takes_back_shows_what_is_owed_and_that_the_wallet_cannot_pay() {
        var member = Member.with(service, 5_000);
        member.buys(4_000);
        var page = OpenPage.follow(browser, member.link()).tap().shows("€10.00");

        member.isChargedBack(5_000);

        assertThat(page.page().locator(".notice")).containsText("€40.00 is owed.");
        assertThat(page.page().locator(".total")).hasText("Empty");
        assertThat(page.activity().first()).containsText("Payment taken back by your bank: €40.00 owed");
        assertThat(page.activity().first()).containsText("−€10.00");
    }

    @Test
    void a_freeze_and_a_top_up_show_on_the_open_page_by_themselves() {
        var member = Member.with(service, 100);
        var page = OpenPage.follow(browser, member.link()).tap().shows("€1.00");

        member.wallet("freeze");
        assertThat(page.page().locator(".notice")).containsText("This wallet is frozen");

        member.topsUp(1_000, "tok_visa");
        page.shows("€11.00");
    }

    @Test
    void a_closed_wallet_says_so_and_has_no_code() {
        var member = Member.with(service, 0);
        var link = member.link();
        member.wallet("close");

        var page = OpenPage.follow(browser, link);
        page.showButton().click();

        assertThat(page.page().locator(".notice")).containsText("This wallet is closed");
        assertThat(page.page().locator("#code")).hasCount(0);
    }

    @Test
    void the_code_brings_another_till_its_own_token_once_and_the_page_shows_a_new_one() {
        var member = Member.with(service, 1_000);
        var stall = member.ledger().till("Stall 7");
        var page = OpenPage.follow(browser, member.link()).tap();
        var code = page.code();

        var resolved =
                stall.post("/v1/wallets/resolve", "{\"code\":\"" + code + "\"}").expect(200);

        assertThat(resolved.at("id")).startsWith("w1_").isNotEqualTo(member.wallet());
        assertThat(page.page().locator("#code [data-code='" + code + "']")).hasCount(0);
        assertThat(page.page().locator("[role=status]")).hasText("Your code was read at a till.");
        stall.post("/v1/wallets/resolve", "{\"code\":\"" + code + "\"}").expect(404);
        stall.post("/v1/wallets/resolve", "{\"code\":\"" + page.code() + "\"}").expect(200);
    }

    @Test
    void the_code_renews_while_the_page_is_open() {
        var link = Member.with(service, 1_000).link();
        var page = OpenPage.follow(browser, link);
        page.page().clock().install();
        page.tap();
        var first = page.code();

        page.page().clock().fastForward(46_000);

        assertThat(page.page().locator("#code [data-code='" + first + "']")).hasCount(0);
        assertThat(page.page().locator("#code [data-code]")).hasAttribute("data-code", Pattern.compile(".{8}"));
    }

    @Test
    void two_links_in_one_browser_stay_apart() {
        var first = Member.with(service, 1_100);
        var second = first.another(2_200);
        var firstPage = OpenPage.follow(browser, first.link()).tap().shows("€11.00");
        var secondPage = OpenPage.follow(browser, second.link()).tap().shows("€22.00");

        first.buys(100);
        firstPage.shows("€10.00");
        secondPage.shows("€22.00");

        firstPage.page().reload();
        secondPage.page().reload();
        firstPage.shows("€10.00");
        secondPage.shows("€22.00");
        assertThat(browser.cookies()).hasSize(2);
    }

    @Test
    void a_revoked_link_closes_the_open_page_at_once() {
        var member = Member.with(service, 1_000);
        var link = member.link();
        var page = OpenPage.follow(browser, link).tap();

        member.revoke(link);

        assertThat(page.page().getByText("This link has ended")).isVisible();
        assertThat(page.page().locator("#balance")).hasCount(0);
    }

    @Test
    void the_button_to_close_ends_the_session_and_its_streams() {
        var page = OpenPage.follow(browser, Member.with(service, 1_000).link()).tap();

        page.page().locator("#close").click();

        assertThat(page.page().locator("#lost")).isVisible();
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void a_wrong_secret_is_told_in_words_and_the_tenth_is_the_last() {
        var link = Member.with(service, 1_000).link();
        var wrong = new Member.Link(link.id(), link.url(), link.secret().substring(1) + "x");
        var page = OpenPage.follow(browser, wrong);

        for (var tries = 0; tries < 10; tries++) {
            page.page().waitForResponse(Pattern.compile("/session$"), page.showButton()::click);
            assertThat(page.page().locator("#problem")).containsText("does not open the wallet");
        }
        page.showButton().click();

        assertThat(page.page().locator("#problem")).containsText("Too many tries");
    }

    @Test
    void older_lines_come_when_asked_for_and_stay_when_something_new_happens() {
        var member = Member.with(service, 5_000);
        for (var sales = 0; sales < 24; sales++) {
            member.buys(10);
        }
        var page = OpenPage.follow(browser, member.link()).tap().shows("€47.60");
        assertThat(page.activity()).hasCount(20);

        page.page().getByText("Show more").click();
        assertThat(page.activity()).hasCount(26);
        assertThat(page.activity().last()).containsText("Wallet opened");

        member.buys(60);
        page.shows("€47.00");
        assertThat(page.activity()).hasCount(27);
    }

    @Test
    void an_open_page_outlives_a_restart_of_the_service() {
        var member = Member.with(service, 900);
        var page = OpenPage.follow(browser, member.link()).tap().shows("€9.00");

        service.restart();
        member.buys(100);

        page.shows("€8.00");
        assertThat(service.part(LiveStreams.class).count()).isPositive();
    }
}
