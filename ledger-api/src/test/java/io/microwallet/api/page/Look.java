package io.microwallet.api.page;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.stream.Stream;

/** How a page is looked at. */
record Look(Chromium.Screen screen, ColorScheme scheme) {
    static final String ALL = "io.microwallet.api.page.Look#all";

    static Stream<Look> all() {
        return Stream.of(Chromium.PHONE, Chromium.WIDE, Chromium.SMALLEST)
                .flatMap(screen -> Stream.of(new Look(screen, ColorScheme.LIGHT), new Look(screen, ColorScheme.DARK)));
    }

    /** What a picture of it is called. */
    String name(String state) {
        return state + '-' + screen.width() + '-' + scheme.name().toLowerCase(Locale.ROOT);
    }
}
