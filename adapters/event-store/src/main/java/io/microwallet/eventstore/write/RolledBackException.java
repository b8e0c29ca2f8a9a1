package io.microwallet.eventstore.write;

/** What was in flight was thrown away: the row under it was refused by the database, so nothing of it was written. */
public final class RolledBackException extends RuntimeException {
    public RolledBackException(String why) {
        super(why, null, false, false);
    }
}
