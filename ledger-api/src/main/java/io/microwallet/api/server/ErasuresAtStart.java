package io.microwallet.api.server;

import io.microwallet.api.listing.ErasedWallets;
import io.microwallet.api.listing.ListingProjection;
import io.microwallet.core.books.Books;
import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.eventstore.projection.Projections;
import io.microwallet.vault.Erasure;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases every erased member again before the first call is taken: a crash or a backup may have left something of them. */
final class ErasuresAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(ErasuresAtStart.class);
    private static final Duration WAIT_MAX = Duration.ofSeconds(20);

    private final Books books;
    private final Projections projections;
    private final ErasedWallets erased;
    private final Erasure erasure;

    ErasuresAtStart(Books books, Projections projections, ErasedWallets erased, Erasure erasure) {
        this.books = books;
        this.projections = projections;
        this.erased = erased;
        this.erasure = erasure;
    }

    void run() {
        try {
            projections.awaitCaughtUp(ListingProjection.NAME, books.open().position(), WAIT_MAX);
        } catch (BooksUnavailableException e) {
            LOG.warn("The lists are being built anew: members in the rest of them are erased again at the next start");
        }
        erased.forEach(erasure::erase);
    }
}
