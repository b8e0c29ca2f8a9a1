package io.microwallet.core.request;

/** The fact that stands in the way of a command; each feature's are an enum, in order of precedence. */
public interface Refusal {
    /** The stable code of the API and of the log. */
    String name();

    /** What a person can do about it, in one sentence. */
    String advice();
}
