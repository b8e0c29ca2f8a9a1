package io.microwallet.eventstore.write;

/** The writer stopped for good: it was fenced by another, was closed, or found a defect. */
public final class WriterStoppedException extends RuntimeException {
    public WriterStoppedException(String why) {
        super(why);
    }
}
