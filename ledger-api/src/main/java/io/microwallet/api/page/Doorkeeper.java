package io.microwallet.api.page;

import io.microwallet.api.page.session.LinkCookie;
import io.microwallet.api.page.session.LinkStatus;
import io.microwallet.api.page.session.Links;
import io.microwallet.api.page.session.OpenedLink;
import io.microwallet.api.page.session.PageSessions;
import io.microwallet.api.page.session.SameOrigin;
import io.microwallet.api.page.web.PageRefusal;
import io.microwallet.core.link.LinkEvent.LinkCreated;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Lets a call in, or refuses it: is there such a link, has this browser opened it, does our own page ask? */
final class Doorkeeper {
    private final Links links;
    private final PageSessions sessions;
    private final SameOrigin sameOrigin;

    Doorkeeper(Links links, PageSessions sessions, SameOrigin sameOrigin) {
        this.links = links;
        this.sessions = sessions;
        this.sameOrigin = sameOrigin;
    }

    LinkCreated valid(String link) {
        return switch (links.status(link)) {
            case LinkStatus.Valid(var created) -> created;
            case LinkStatus.Ended _ -> throw PageRefusal.LINK_ENDED.exception();
            case LinkStatus.Unknown _ -> throw PageRefusal.LINK_UNKNOWN.exception();
        };
    }

    /** The session of this browser, if it has one, slid on with its cookie. */
    Optional<OpenedLink> opened(LinkCreated link, HttpServletRequest request, HttpServletResponse response) {
        var opened = LinkCookie.read(request).flatMap(cookie -> sessions.use(link, cookie));
        opened.ifPresent(session -> response.addHeader(
                HttpHeaders.SET_COOKIE, LinkCookie.set(link.link(), session.cookie(), PageSessions.LIFETIME)));
        return opened;
    }

    OpenedLink requireOpened(String link, HttpServletRequest request, HttpServletResponse response) {
        return opened(valid(link), request, response).orElseThrow(PageRefusal.SESSION_ENDED::exception);
    }

    /** As {@link #requireOpened}, for a listener: it does not let the session live on. */
    OpenedLink requireListening(String link, HttpServletRequest request) {
        var created = valid(link);
        return LinkCookie.read(request)
                .flatMap(cookie -> sessions.peek(created, cookie))
                .orElseThrow(PageRefusal.SESSION_ENDED::exception);
    }

    /** For every call that changes something: strict JSON, from our own page. */
    void requireOurPage(HttpServletRequest request) {
        if (!sameOrigin.holds(request)) {
            throw PageRefusal.ORIGIN_REFUSED.exception();
        }
        if (!isJson(request.getContentType())) {
            throw PageRefusal.MEDIA_TYPE_UNSUPPORTED.exception();
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).matches("application/json(; ?charset=utf-8)?");
    }
}
