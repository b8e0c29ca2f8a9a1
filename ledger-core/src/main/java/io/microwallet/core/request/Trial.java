package io.microwallet.core.request;

/**
 * How a call would have ended just now: nothing of it is in the log, and its key is as free as before. The events of a
 * {@link Outcome.Decided} stand where the next ones would; another trial may give another answer.
 */
public record Trial(Outcome outcome) {}
