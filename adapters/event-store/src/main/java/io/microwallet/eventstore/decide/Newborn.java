package io.microwallet.eventstore.decide;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.purchase.PurchaseId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Things that come into being outside of the boundary of what makes them, and that the next command is likely to name. */
final class Newborn {
    private static final Map<Tag.Kind, Function<UUID, EntityId<?>>> IDS =
            Map.of(Tag.Kind.HOLD, HoldId::new, Tag.Kind.PURCHASE, PurchaseId::new);

    private Newborn() {}

    /** The state before the first event; null for what is not worth keeping before somebody asks for it. */
    static @Nullable Known of(Tag tag) {
        var id = IDS.get(tag.kind());
        return id == null ? null : Known.unborn(id.apply(tag.id()));
    }
}
