package io.microwallet.api.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.microwallet.api.page.receipt.ReceiptVerifier;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A receipt in a real browser; its pictures are under target/screenshots. */
class ReceiptPageTest extends BrowserTestCase {
    private static Member member;

    @BeforeAll
    static void buy() {
        member = Member.with(service, 5_000);
        member.buys(1_250);
    }

    @ParameterizedTest
    @MethodSource(Look.ALL)
    void a_tap_on_a_purchase_shows_its_receipt_which_is_accessible_and_fits_the_screen(Look look) {
        try (var browser = chromium.fresh(look.screen(), look.scheme())) {
            var link = member.link();
            var page = OpenPage.follow(browser, link).tap();

            // Anywhere on the line: the amount is far from the name.
            var line = page.activity().first();
            line.click(new Locator.ClickOptions().setPosition(line.boundingBox().width - 8, 16));

            var receipt = page.page().locator("#receipt");
            assertThat(receipt).containsText("Candle & Clay");
            assertThat(receipt).containsText("€12.50");
            assertThat(receipt).containsText("€37.50");
            assertThat(page.page().locator(".badge")).hasText("Sandbox");
            page.screenshot(look.name("receipt"));
            assertThat(page.accessibilityViolations()).isEmpty();
            assertThat(page.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            assertThat(page.complaints()).isEmpty();
            assertThat(page.requests().stream().skip(1))
                    .noneMatch(request -> request.url().contains(link.secret()));
            assertThat(page.sentHeaders())
                    .isNotEmpty()
                    .noneMatch(headers -> headers.toString().contains(link.secret()));

            page.page().locator(".back").click();
            page.shows("€37.50");
        }
    }

    @Test
    void the_keyboard_alone_leads_to_the_receipt_and_saves_it() throws Exception {
        try (var browser = chromium.fresh(Chromium.WIDE)) {
            var page = OpenPage.follow(browser, member.link()).tap();
            var keyboard = page.page().keyboard();

            keyboard.press("Tab");
            keyboard.press("Tab");
            keyboard.press("Tab");
            assertThat(page.activity().first().locator("a")).isFocused();
            keyboard.press("Enter");
            page.page().locator("#receipt").waitFor();

            page.page().locator("#save").focus();
            var saved = page.page().waitForDownload(() -> keyboard.press("Enter"));
            assertThat(saved.suggestedFilename()).matches("receipt-pu_[0-9A-Z]{26}\\.jws");
            var keys = browser.request()
                    .get(service.url() + "/.well-known/jwks.json")
                    .text();
            assertThat(ReceiptVerifier.verified(Files.readString(saved.path()), keys)
                            .orElseThrow())
                    .contains("Candle & Clay");
        }
    }

    @Test
    void a_receipt_on_show_goes_with_its_link() {
        try (var browser = chromium.fresh(Chromium.PHONE)) {
            var link = member.link();
            var page = OpenPage.follow(browser, link).tap();
            page.activity().first().locator("a").click();
            page.page().locator("#receipt").waitFor();
            page.page()
                    .waitForCondition(() -> page.requests().stream()
                            .anyMatch(request -> request.url().contains("/events?")
                                    && request.frame().url().contains("/receipts/")));

            member.revoke(link);

            assertThat(page.page().getByText("This link has ended")).isVisible();
            assertThat(page.page().locator("#receipt")).hasCount(0);
        }
    }
}
