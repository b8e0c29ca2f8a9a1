package io.microwallet.api.page;

import io.microwallet.api.http.json.StrictJson;
import io.microwallet.api.page.live.LiveStreams;
import io.microwallet.api.page.session.LinkCookie;
import io.microwallet.api.page.session.LinkExchange;
import io.microwallet.api.page.session.LinkStatus;
import io.microwallet.api.page.session.PageSessions;
import io.microwallet.api.page.web.PageRefusal;
import io.microwallet.api.page.web.PageRefusedException;
import io.microwallet.core.link.LinkEvent.LinkCreated;
import io.microwallet.core.link.LinkId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/** Opens a link with its secret, and closes it again. */
@RestController
final class LinkCalls {
    private static final int BODY_BYTES_MAX = 256;

    private final Doorkeeper door;
    private final LinkExchange exchange;
    private final PageSessions sessions;
    private final LiveStreams streams;

    LinkCalls(Doorkeeper door, LinkExchange exchange, PageSessions sessions, LiveStreams streams) {
        this.door = door;
        this.exchange = exchange;
        this.sessions = sessions;
        this.streams = streams;
    }

    private record Knock(@Nullable String secret) {}

    @PostMapping("/b/{link}/session")
    ResponseEntity<Void> open(@PathVariable String link, HttpServletRequest request) throws IOException {
        door.requireOurPage(request);
        return switch (exchange.attempt(parse(link), secret(request), request.getRemoteAddr())) {
            case LinkExchange.Result.Right(var created) -> opened(created);
            case LinkExchange.Result.WrongSecret _ -> throw PageRefusal.WRONG_SECRET.exception();
            case LinkExchange.Result.TooMany(var wait) -> throw PageRefusal.TOO_MANY_TRIES.exception(ceiling(wait));
            case LinkExchange.Result.NotOpen(var status) -> throw notOpen(status);
        };
    }

    @PostMapping("/b/{link}/close")
    ResponseEntity<Void> close(@PathVariable String link, HttpServletRequest request, HttpServletResponse response) {
        door.requireOurPage(request);
        var opened = door.requireOpened(link, request, response);
        sessions.close(opened);
        streams.endSession(opened.created().wallet(), opened.cookie());
        response.setHeader(
                HttpHeaders.SET_COOKIE, LinkCookie.cleared(opened.created().link()));
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<Void> opened(LinkCreated link) {
        var cookie = LinkCookie.set(link.link(), sessions.open(link), PageSessions.LIFETIME);
        return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, cookie).build();
    }

    private static PageRefusedException notOpen(LinkStatus status) {
        return status instanceof LinkStatus.Ended
                ? PageRefusal.LINK_ENDED.exception()
                : PageRefusal.LINK_UNKNOWN.exception();
    }

    private static LinkId parse(String link) {
        try {
            return LinkId.parse(link);
        } catch (IllegalArgumentException _) {
            throw PageRefusal.LINK_UNKNOWN.exception();
        }
    }

    /** Read by hand: the body is never bound, logged or echoed. */
    private static String secret(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
        return knock(body)
                .map(Knock::secret)
                .filter(secret -> body.length <= BODY_BYTES_MAX)
                .orElseThrow(PageRefusal.MALFORMED_REQUEST::exception);
    }

    private static Optional<Knock> knock(byte[] body) {
        try {
            return Optional.ofNullable(StrictJson.mapper().readValue(body, Knock.class));
        } catch (JacksonException _) {
            // What it says of the body is not repeated: the secret may be in it.
            return Optional.empty();
        }
    }

    private static long ceiling(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }
}
