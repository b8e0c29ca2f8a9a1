package io.microwallet.eventstore.write;

/** The writer, as those see it who work behind it. */
public interface Writing {
    /** The newest durable position. */
    long durable();

    /** Whether anything is on its way into the log. */
    boolean isBusy();
}
