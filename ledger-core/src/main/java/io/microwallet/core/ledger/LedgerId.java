package io.microwallet.core.ledger;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.id.Crockford;
import java.util.UUID;

/** Names one tenant's books. */
public record LedgerId(UUID value) implements EntityId<Ledger> {
    public static final String PREFIX = "l";

    /** Stands for "no ledger": what operators do, and the writer's own events. */
    public static final LedgerId DEPLOYMENT = new LedgerId(new UUID(0, 0));

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code l_} and 26 digits */
    public static LedgerId parse(String text) {
        return new LedgerId(Crockford.decode(PREFIX, text));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Tag tag() {
        return new Tag(Tag.Kind.LEDGER, value);
    }

    @Override
    public Ledger unborn() {
        return new Ledger.Unborn();
    }

    @Override
    public String toString() {
        return text();
    }
}
