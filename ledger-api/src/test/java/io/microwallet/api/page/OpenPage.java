package io.microwallet.api.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** What a member does with the page, and all that the browser sent and complained of meanwhile. */
final class OpenPage {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Page page;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> sentHeaders = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private OpenPage(Page page) {
        this.page = page;
        var network = page.context().newCDPSession(page);
        network.on("Network.requestWillBeSentExtraInfo", sent -> sentHeaders.add(headers(sent)));
        network.send("Network.enable");
        page.onRequest(requests::add);
        page.onPageError(error -> complaints.add("page error: " + error));
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
    }

    /** Follows the link of a message; nothing is tapped yet. */
    static OpenPage follow(BrowserContext browser, Member.Link link) {
        var open = new OpenPage(browser.newPage());
        open.page.navigate(link.whole());
        return open;
    }

    OpenPage tap() {
        showButton().click();
        balance().waitFor();
        return this;
    }

    Locator showButton() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show my balance"));
    }

    Locator balance() {
        return page.locator("#balance .total .amount").first();
    }

    Locator activity() {
        return page.locator("#activity .line");
    }

    /** The code as a till would type it. */
    String code() {
        return page.locator("#code [data-code]").getAttribute("data-code");
    }

    Page page() {
        return page;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /**
     * The headers of each request that left the browser, by their names in small letters. Not asked of the requests: one that a
     * reload cancelled has none, and Playwright would wait for them for ever.
     */
    List<Map<String, String>> sentHeaders() {
        return List.copyOf(sentHeaders);
    }

    private static Map<String, String> headers(JsonObject sent) {
        return sent.getAsJsonObject("headers").entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> header.getValue().getAsString()));
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    OpenPage shows(String balance) {
        assertThat(balance()).hasText(balance);
        return this;
    }

    /** The impact and name of each rule of axe-core that the page breaks, and where. */
    List<?> accessibilityViolations() {
        page.evaluate(axe());
        return (List<?>) page.evaluate("""
                axe.run().then(found => found.violations.map(rule =>
                    `${rule.impact} ${rule.id}: ${rule.nodes.map(node => node.html).join(' ')}`))""");
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private static String axe() {
        try (var script = OpenPage.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
