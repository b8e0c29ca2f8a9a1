package io.microwallet.api.page.session;

import io.microwallet.api.signature.SignedCall;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a call comes from our own page: its Origin is one of the accepted authorities over https (or http on loopback),
 * and Fetch Metadata, where the browser sends it, says same-origin.
 */
public final class SameOrigin {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Predicate<String> authorities;

    /** @param authorities asked with a normalised authority, such as {@code pay.example.org} or {@code 127.0.0.1:8080} */
    public SameOrigin(Predicate<String> authorities) {
        this.authorities = authorities;
    }

    public boolean holds(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return isOurs(request.getHeader("Origin")) && (site == null || site.equals("same-origin"));
    }

    private boolean isOurs(@Nullable String origin) {
        if (origin == null) {
            return false;
        }
        try {
            var uri = URI.create(origin);
            return isSecure(uri)
                    && uri.getRawPath().isEmpty()
                    && authorities.test(SignedCall.normalised(uri.getRawAuthority()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isSecure(URI origin) {
        return "https".equals(origin.getScheme())
                || ("http".equals(origin.getScheme())
                        && origin.getHost() != null
                        && LOOPBACK.contains(origin.getHost()));
    }
}
