package io.microwallet.api.page.web;

/** Ends a call of a page; carries no stack trace, because it is an answer and no bug. */
public final class PageRefusedException extends RuntimeException {
    private final PageRefusal refusal;
    private final int retryAfterSeconds;

    PageRefusedException(PageRefusal refusal, int retryAfterSeconds) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public PageRefusal refusal() {
        return refusal;
    }

    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
