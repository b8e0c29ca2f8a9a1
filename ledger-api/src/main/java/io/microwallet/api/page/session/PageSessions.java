package io.microwallet.api.page.session;

import io.microwallet.core.link.LinkEvent.LinkCreated;
import io.microwallet.vault.LinkSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The sessions of opened links: {@link #LIFETIME} from their last use, and never longer than the link is valid. */
public final class PageSessions {
    public static final Duration LIFETIME = LinkSessions.LIFETIME;

    private final LinkSessions sessions;
    private final Links links;

    public PageSessions(LinkSessions sessions, Links links) {
        this.sessions = sessions;
        this.links = links;
    }

    /** Opens a session, and gives the value of its cookie. */
    public String open(LinkCreated link) {
        return sessions.open(link.link(), link.wallet());
    }

    /** The session that a cookie proves for this link; using it lets it live on. */
    public Optional<OpenedLink> use(LinkCreated link, String cookie) {
        return sessions.touch(link.link(), cookie).map(expires -> new OpenedLink(link, cookie, expires));
    }

    /** The same without letting it live on. */
    public Optional<OpenedLink> peek(LinkCreated link, String cookie) {
        return sessions.expiry(link.link(), cookie).map(expires -> new OpenedLink(link, cookie, expires));
    }

    /** Until when it may be shown, as things stand; empty if it is over. Asking does not let it live on. */
    public Optional<Instant> openUntil(OpenedLink opened) {
        return switch (links.status(opened.created().link())) {
            case LinkStatus.Valid(var created) ->
                peek(created, opened.cookie()).map(session -> earlier(session.expires(), created.expires()));
            case LinkStatus.Ended _, LinkStatus.Unknown _ -> Optional.empty();
        };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    public void close(OpenedLink opened) {
        sessions.close(opened.created().link(), opened.cookie());
    }
}
