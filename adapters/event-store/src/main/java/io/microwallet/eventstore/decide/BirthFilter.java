package io.microwallet.eventstore.decide;

import io.microwallet.core.decision.Tag;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * The tags of everything that was ever decided: what is not in here was never born, and need not be looked for. What was decided
 * and then thrown away stays in it, which costs a look-up and nothing else.
 */
public final class BirthFilter {
    private final GrowingFilter filter;

    BirthFilter(GrowingFilter filter) {
        this.filter = filter;
    }

    /** At most so large. */
    public static BirthFilter of(SecureRandom random, long bytesMax) {
        return new BirthFilter(new GrowingFilter(random, bytesMax));
    }

    /** Everything that was indexed before this filter began is in it now. */
    void whole() {
        filter.whole();
    }

    void add(Tag tag) {
        add(tag.kind().code(), tag.id());
    }

    /** A tag as it is on disk. */
    void add(int kind, UUID id) {
        filter.add(filter.hash(kind, id));
    }

    /** False only if nothing of it was ever decided. */
    boolean mayContain(Tag tag) {
        return filter.mayContain(filter.hash(tag.kind().code(), tag.id()));
    }
}
