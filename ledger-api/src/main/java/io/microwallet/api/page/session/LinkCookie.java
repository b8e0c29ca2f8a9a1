package io.microwallet.api.page.session;

import io.microwallet.core.link.LinkId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/** The cookie of one opened link: seen by no script, sent to no other site, and only under its own link's path. */
public final class LinkCookie {
    /**
     * Browsers take a {@code __Secure-} cookie only with Secure. Chromium counts plain http on loopback as secure enough, as
     * the browser tests show; a browser that does not needs the service behind TLS. {@code __Host-} would need the path {@code /}, and then two open links would share one cookie.
     */
    public static final String NAME = "__Secure-balance";

    private LinkCookie() {}

    public static String path(LinkId link) {
        return "/b/" + link.text();
    }

    /** The Set-Cookie header of a session that lives this long from now. */
    public static String set(LinkId link, String value, Duration lifetime) {
        return ResponseCookie.from(NAME, value)
                .path(path(link))
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .maxAge(lifetime)
                .build()
                .toString();
    }

    public static String cleared(LinkId link) {
        return set(link, "", Duration.ZERO);
    }

    public static Optional<String> read(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .findFirst();
    }
}
