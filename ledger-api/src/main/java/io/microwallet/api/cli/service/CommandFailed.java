package io.microwallet.api.cli.service;

/** Ends a command with exit code 1: what went wrong, and what to do about it. */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String advice;

    /** @param advice empty where there is none */
    public CommandFailed(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    public String advice() {
        return advice;
    }
}
