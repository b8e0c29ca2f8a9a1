package io.microwallet.api.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the page looks and reads on phones and wide screens, light and dark; its pictures are under target/screenshots. */
class BalancePageLooksTest extends BrowserTestCase {
    private static Member member;
    private static Member clubMember;
    private static Member owingMember;

    @BeforeAll
    static void fillWallets() {
        member = Member.with(service, 5_000);
        member.buys(1_250);
        member.topsUp(2_000, "tok_declined_insufficient_funds");
        member.buys(480);
        clubMember = member.another(5_000);
        hasEverything(clubMember);
        owingMember = member.another(5_000);
        hasEverything(owingMember);
        owingMember.isChargedBack(5_000);
    }

    /** A membership, credits that expire and that stay, holds, refunds to the wallet and to the card. */
    private static void hasEverything(Member member) {
        member.holds(750, 86_400 * 3);
        member.holds(420, 3_000);
        member.joinsAndIsGiven();
        member.isGivenBack(member.buys(1_350), 1_100, "wallet");
        member.isGivenBack(member.buys(1_400), 1_400, "source");
    }

    @ParameterizedTest
    @MethodSource(Look.ALL)
    void every_state_is_accessible_and_fits_the_screen(Look look) {
        try (var browser = chromium.fresh(look.screen(), look.scheme())) {
            var page = OpenPage.follow(browser, member.link());
            isFine(page, look.name("door"));
            isFine(page.tap(), look.name("account"));

            var holder = member.another(9_000);
            holder.holds(3_000, 600);
            holder.holds(1_200, 86_400 * 3);
            holder.buys(480);
            isFine(OpenPage.follow(browser, holder.link()).tap(), look.name("holds"));
        }
    }

    @ParameterizedTest
    @MethodSource(Look.ALL)
    void a_frozen_a_closed_and_an_ended_one_are_so_too(Look look) {
        try (var browser = chromium.fresh(look.screen(), look.scheme())) {
            var frozen = member.another(1_234);
            frozen.wallet("freeze");
            isFine(OpenPage.follow(browser, frozen.link()).tap(), look.name("frozen"));

            var closed = member.another(0);
            var link = closed.link();
            closed.wallet("close");
            var page = OpenPage.follow(browser, link);
            page.showButton().click();
            page.page().locator(".notice").waitFor();
            isFine(page, look.name("closed"));

            var revoked = member.link();
            member.revoke(revoked);
            var ended = OpenPage.follow(browser, revoked);
            assertThat(ended.page().locator("h1")).hasText("This link has ended");
            isFine(ended, look.name("ended"));
        }
    }

    @ParameterizedTest
    @MethodSource(Look.ALL)
    void a_wallet_with_everything_in_it_is_so_too_and_one_that_owes(Look look) {
        try (var browser = chromium.fresh(look.screen(), look.scheme())) {
            var page = OpenPage.follow(browser, clubMember.link()).tap();
            page.page().locator(".memberships").waitFor();
            isFine(page, look.name("everything"));

            var owing = OpenPage.follow(browser, owingMember.link()).tap();
            assertThat(owing.page().locator(".notice")).containsText("is owed");
            isFine(owing, look.name("owing"));
        }
    }

    @Test
    void everything_is_reached_and_used_with_the_keyboard_alone() {
        try (var browser = chromium.fresh(Chromium.WIDE)) {
            var page = OpenPage.follow(browser, member.link());
            assertThat(page.showButton()).isVisible();
            page.page().keyboard().press("Tab");
            page.page().keyboard().press("Tab");
            assertThat(page.showButton()).isFocused();
            page.page().keyboard().press("Enter");
            page.balance().waitFor();

            page.page().keyboard().press("Tab");
            page.page().keyboard().press("Tab");
            assertThat(page.page().locator("#close")).isFocused();
            page.page().keyboard().press("Enter");
            assertThat(page.page().locator("#lost")).isVisible();
        }
    }

    @Test
    void amounts_and_times_follow_the_readers_language_and_the_ledgers_zone() {
        try (var browser = chromium.fresh(Chromium.PHONE, ColorScheme.LIGHT, "de-DE")) {
            OpenPage.follow(browser, member.link()).tap().shows("32,70\u00a0€");
        }
    }

    private static void isFine(OpenPage page, String name) {
        page.screenshot(name);
        assertThat(page.accessibilityViolations()).isEmpty();
        assertThat(page.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }
}
