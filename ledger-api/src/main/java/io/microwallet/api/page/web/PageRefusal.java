package io.microwallet.api.page.web;

import io.microwallet.api.http.problem.Problem;

/** Why a page is not shown. */
public enum PageRefusal {
    MALFORMED_REQUEST(400, "That did not work", "The page sent what this service does not take."),
    SESSION_ENDED(401, "This view is closed", "Open the link from your message again."),
    WRONG_SECRET(
            401,
            "This link does not open the wallet",
            "The link may have been cut off: open it from your message again."),
    ORIGIN_REFUSED(403, "That did not work", "Only the page itself may ask for this."),
    LINK_UNKNOWN(404, "There is no such link", "Check that the whole link was copied, or ask for a new one."),
    RECEIPT_UNKNOWN(404, "There is no such receipt", "Go back, and choose it from the list."),
    LINK_ENDED(410, "This link has ended", "It has expired or was withdrawn. Ask where you got it for a new one."),
    MEDIA_TYPE_UNSUPPORTED(415, "That did not work", "Send application/json."),
    TOO_MANY_TRIES(429, "Too many tries", "Wait a few minutes, then open the link again."),
    TOO_MANY_STREAMS(429, "Too many open views", "Close the link elsewhere.");

    private final int status;
    private final String title;
    private final String detail;

    PageRefusal(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public PageRefusedException exception() {
        return new PageRefusedException(this, 0);
    }

    public PageRefusedException exception(long retryAfterSeconds) {
        return new PageRefusedException(this, (int) Math.min(retryAfterSeconds, Integer.MAX_VALUE));
    }

    Problem problem() {
        return Problem.of(status, name(), title, detail);
    }
}
