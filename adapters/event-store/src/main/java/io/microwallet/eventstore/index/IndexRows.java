package io.microwallet.eventstore.index;

import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantEvent;
import io.microwallet.core.money.Currency;
import io.microwallet.core.popup.PopUpEvent;
import io.microwallet.core.request.RecordedEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What the indexes hold of some rows of the log: computed from the events alone, by whoever writes or checks them. */
public final class IndexRows {
    /**
     * Added to the kind of a thing whose listing tag is indexed once a commit: under it stand, one by one, the few events that
     * its state is made of. Without it, a merchant's state would be read from every commit with one of its sales.
     */
    public static final int HISTORY = 128;

    private final TagRows tags = new TagRows();
    private final RequestRows requests = new RequestRows();
    private final ControlTotals totals = new ControlTotals();

    /** Names one row of {@code control}. */
    public record ControlKey(LedgerId ledger, String account, Currency currency) {}

    /** What some events add to one row of {@code control}; minor units. */
    public record ControlSum(long debits, long credits) {
        public ControlSum plus(ControlSum other) {
            return new ControlSum(Math.addExact(debits, other.debits), Math.addExact(credits, other.credits));
        }

        public ControlSum minus(ControlSum other) {
            return new ControlSum(Math.subtractExact(debits, other.debits), Math.subtractExact(credits, other.credits));
        }
    }

    /** Adds one whole row of the log that begins at a position. */
    public void add(long rowPosition, List<RecordedEvent> events) {
        var onceACommit = new HashSet<Tag>();
        for (var recorded : events) {
            recorded.tags().forEach(tag -> add(tag, recorded, rowPosition, onceACommit));
            recorded.request().ifPresent(header -> requests.add(header.id(), recorded.position()));
            totals.add(recorded);
        }
    }

    private void add(Tag tag, RecordedEvent recorded, long rowPosition, HashSet<Tag> onceACommit) {
        switch (tag.kind().indexed()) {
            case EVERY_EVENT -> tags.add(tag.kind().code(), tag.id(), recorded.position());
            case EVERY_COMMIT -> {
                if (onceACommit.add(tag)) {
                    tags.add(tag.kind().code(), tag.id(), rowPosition);
                }
                if (isHistory(recorded.event())) {
                    tags.add(tag.kind().code() + HISTORY, tag.id(), recorded.position());
                }
            }
        }
    }

    /** What the states of things are made of that are indexed once a commit. */
    private static boolean isHistory(Event event) {
        return event instanceof MerchantEvent || event instanceof PopUpEvent;
    }

    public TagRows tags() {
        return tags;
    }

    public RequestRows requests() {
        return requests;
    }

    public Map<ControlKey, ControlSum> controls() {
        return totals.sums();
    }
}
