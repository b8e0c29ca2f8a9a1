package io.microwallet.api.page.live;

import java.util.Locale;

/** What an open page is told; it then asks for what it shows, so that a signal carries nothing personal. */
public enum Signal {
    /** Money moved, or the wallet was frozen, thawed or closed. */
    CHANGED,
    /** A till has read the member's code. */
    READ,
    /** The link or the session is over. */
    ENDED,
    /** The service is going down or the stream is old: the browser asks again by itself. */
    DETACHED;

    /** The name of the event in {@code text/event-stream}. */
    String event() {
        return name().toLowerCase(Locale.ROOT);
    }
}
