package io.microwallet.eventstore;

/** The store cannot be opened as it is; the message says what to do about it. */
public final class EventStoreUnavailableException extends RuntimeException {
    public EventStoreUnavailableException(String why) {
        super(why);
    }

    public EventStoreUnavailableException(String why, Throwable cause) {
        super(why, cause);
    }
}
