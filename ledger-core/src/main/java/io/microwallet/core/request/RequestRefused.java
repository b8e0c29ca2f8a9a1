package io.microwallet.core.request;

import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import java.util.List;

/** A call was refused by the rules; recorded under its key, so that a late duplicate can never succeed. */
public record RequestRefused(RefusalCode code) implements Event {
    @Override
    public List<Tag> tags() {
        return List.of();
    }
}
