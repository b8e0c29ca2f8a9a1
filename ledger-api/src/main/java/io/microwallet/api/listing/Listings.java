package io.microwallet.api.listing;

import io.microwallet.api.http.page.Page;
import io.microwallet.api.http.page.PageRequest;
import io.microwallet.api.http.problem.ProblemException;
import io.microwallet.core.books.Books;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.projection.Projections;
import io.microwallet.vault.BlindIndex;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists that show every write acknowledged before they were asked for: they wait for the projection behind them. */
@Component
public final class Listings {
    private static final Duration WAIT_MAX = Duration.ofSeconds(2);
    private static final int FIRST_SERVER_ERROR = 500;

    private final ListingQueries queries;
    private final Books books;
    private final Projections projections;

    Listings(JdbcClient database, BlindIndex blindIndex, Books books, Projections projections) {
        this.queries = new ListingQueries(database, blindIndex);
        this.books = books;
        this.projections = projections;
    }

    /** A page of things, each shown from the event that made it; a 503 where the projection stays behind for 2 s. */
    public <T> Page<T> page(Listed.Query query, PageRequest page, Function<RecordedEvent, T> view) {
        var reading = books.open();
        projections.awaitCaughtUp(ListingProjection.NAME, reading.position(), WAIT_MAX);
        var positions = queries.positions(query, page);
        // Opened again: the projection may be further than the first reading, and must not be ahead of the events.
        var found =
                positions.isEmpty() ? List.<RecordedEvent>of() : books.open().at(positions);
        return Page.of(page, found, RecordedEvent::position, event -> shown(view, event));
    }

    /** Empty for what went away between the query and this line, as an erased member does. */
    private static <T> Optional<T> shown(Function<RecordedEvent, T> view, RecordedEvent event) {
        try {
            return Optional.of(view.apply(event));
        } catch (ProblemException e) {
            if (e.problem().status() >= FIRST_SERVER_ERROR) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
