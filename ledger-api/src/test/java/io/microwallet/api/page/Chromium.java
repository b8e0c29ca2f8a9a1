package io.microwallet.api.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.microwallet.api.tools.Tools;
import java.util.List;
import java.util.Map;

/** A real headless Chromium, as Debian packages it; nothing is downloaded. */
final class Chromium implements AutoCloseable {
    static final Screen PHONE = new Screen(390, 844, 2);
    static final Screen WIDE = new Screen(1280, 800, 1);
    static final Screen SMALLEST = new Screen(320, 568, 2);

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Tools.get("chromium"))
                    .setArgs(ARGUMENTS));

    record Screen(int width, int height, int scale) {
        boolean isPhone() {
            return width < 800;
        }
    }

    /** A browser with no cookies: a phone of its own. */
    BrowserContext fresh(Screen screen) {
        return fresh(screen, ColorScheme.LIGHT);
    }

    BrowserContext fresh(Screen screen, ColorScheme scheme) {
        return fresh(screen, scheme, "en-GB");
    }

    /** @param locale what its Accept-Language asks for */
    BrowserContext fresh(Screen screen, ColorScheme scheme, String locale) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setDeviceScaleFactor(screen.scale())
                .setIsMobile(screen.isPhone())
                .setHasTouch(screen.isPhone())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(scheme)
                .setLocale(locale));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
