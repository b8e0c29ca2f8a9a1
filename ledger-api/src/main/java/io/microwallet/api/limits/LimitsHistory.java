package io.microwallet.api.limits;

import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.page.Page;
import io.microwallet.api.http.page.PageRequest;
import io.microwallet.core.books.Books;
import io.microwallet.core.ledger.LedgerEvent.LimitsChanged;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.request.RecordedEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who changed the limits of a ledger, and when: straight from its log. */
@Component
final class LimitsHistory {
    private static final int EVENTS_A_READ = 200;

    private final Books books;

    LimitsHistory(Books books) {
        this.books = books;
    }

    /** One change: what the limits were from then on. */
    @Schema(name = "LimitsChange")
    record Change(String at, String client, long position, LimitsBody limits) {}

    Page<Change> page(LedgerId ledger, PageRequest request) {
        var found = changes(ledger, request);
        return Page.of(request, found, RecordedEvent::position, event -> Optional.of(change(event)));
    }

    /** One more than a page at most. */
    private List<RecordedEvent> changes(LedgerId ledger, PageRequest request) {
        var reading = books.open();
        var found = new ArrayList<RecordedEvent>();
        var before = request.beforePosition();
        while (true) {
            var events = reading.before(ledger.tag(), before, EVENTS_A_READ);
            for (var event : events) {
                if (event.event() instanceof LimitsChanged && found.size() <= request.limit()) {
                    found.add(event);
                }
                before = event.position();
            }
            if (events.size() < EVENTS_A_READ || found.size() > request.limit()) {
                return found;
            }
        }
    }

    private static Change change(RecordedEvent recorded) {
        var event = (LimitsChanged) recorded.event();
        return new Change(
                Times.text(recorded.at()), event.client().text(), recorded.position(), LimitsBody.of(event.limits()));
    }
}
