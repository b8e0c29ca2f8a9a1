package io.microwallet.api.page;

import io.microwallet.api.page.live.EventStream;
import io.microwallet.api.page.live.LiveStream;
import io.microwallet.api.page.live.LiveStreams;
import io.microwallet.api.page.session.OpenedLink;
import io.microwallet.api.page.session.PageSessions;
import io.microwallet.api.page.web.PageRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Server-sent events for an open page. Listening does not let the session live on: only looking does. */
@Controller
final class EventCalls {
    private static final Duration TRY_AGAIN = Duration.ofSeconds(20);

    private final Doorkeeper door;
    private final PageSessions sessions;
    private final LiveStreams streams;
    private final EventStream events;

    EventCalls(Doorkeeper door, PageSessions sessions, LiveStreams streams, EventStream events) {
        this.door = door;
        this.sessions = sessions;
        this.streams = streams;
        this.events = events;
    }

    @GetMapping("/b/{link}/events")
    void events(
            @PathVariable String link,
            @RequestParam long since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long told,
            HttpServletRequest request,
            HttpServletResponse response)
            throws InterruptedException {
        var opened = door.requireListening(link, request);
        response.setContentType("text/event-stream;charset=UTF-8");
        // A proxy that buffers would hold back what is news only now.
        response.setHeader("X-Accel-Buffering", "no");
        if (request.getMethod().equals("GET")) {
            listen(opened, told == null ? since : told, response);
        }
    }

    private void listen(OpenedLink opened, long since, HttpServletResponse response) throws InterruptedException {
        var link = opened.created();
        var stream = streams.open(link.link(), link.wallet(), opened.cookie(), since)
                .orElseThrow(() -> PageRefusal.TOO_MANY_STREAMS.exception(TRY_AGAIN.toSeconds()));
        try {
            streams.catchUp(stream);
            write(stream, opened, response);
        } finally {
            streams.close(stream);
        }
    }

    private void write(LiveStream stream, OpenedLink opened, HttpServletResponse response) throws InterruptedException {
        try {
            events.write(stream, () -> sessions.openUntil(opened), response.getOutputStream());
        } catch (IOException _) {
            // The reader has gone: that is how most streams end.
        }
    }
}
