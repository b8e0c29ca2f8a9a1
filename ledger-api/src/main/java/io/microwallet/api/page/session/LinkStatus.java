package io.microwallet.api.page.session;

import io.microwallet.core.link.LinkEvent.LinkCreated;

/** What a balance link is worth at an instant. */
public sealed interface LinkStatus {
    record Valid(LinkCreated created) implements LinkStatus {}

    /** It was revoked, or its time is over, or its member is erased. */
    record Ended() implements LinkStatus {}

    record Unknown() implements LinkStatus {}
}
