package io.microwallet.api.page.session;

import io.microwallet.core.link.LinkEvent.LinkCreated;
import java.time.Instant;

/**
 * A link that this browser has opened.
 *
 * @param cookie the value that proves it
 * @param expires when its session ends, unless it is used before
 */
public record OpenedLink(LinkCreated created, String cookie, Instant expires) {
    @Override
    public String toString() {
        return "OpenedLink[" + created.link() + ']';
    }
}
