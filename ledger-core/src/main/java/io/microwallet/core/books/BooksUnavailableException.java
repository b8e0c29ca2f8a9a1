package io.microwallet.core.books;

/** The log cannot be read for now: the database is away, or the writer's lock is lost or silent. A 503. */
public final class BooksUnavailableException extends RuntimeException {
    public BooksUnavailableException(String why) {
        super(why);
    }
}
