package io.microwallet.eventstore.index;

import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.journal.Side;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantEvent;
import io.microwallet.core.money.Currency;
import io.microwallet.core.popup.PopUpEvent;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.request.RequestId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the indexes hold of some rows of the log: computed from the events alone, by whoever writes or checks them. */
public final class IndexRows {
    /**
     * Added to the kind of a thing whose listing tag is indexed once a commit: under it stand, one by one, the few events that
     * its state is made of. Without it, a merchant's state would be read from every commit with one of its sales.
     */
    public static final int HISTORY = 128;

    private final List<TagRow> tags = new ArrayList<>();
    private final List<RequestRow> requests = new ArrayList<>();
    private final Map<ControlKey, ControlSum> controls = new HashMap<>();

    /** One row of {@code event_tag}; the id as its two halves, since hundreds of thousands of them are sorted a second. */
    public record TagRow(int kind, long high, long low, long position) {
        static TagRow of(int kind, UUID id, long position) {
            return new TagRow(kind, id.getMostSignificantBits(), id.getLeastSignificantBits(), position);
        }
    }

    /** One row of {@code request}. */
    public record RequestRow(RequestId request, long position) {}

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
            recorded.request().ifPresent(r -> requests.add(new RequestRow(r.id(), recorded.position())));
            addTotals(recorded, controls);
        }
    }

    private void add(Tag tag, RecordedEvent recorded, long rowPosition, HashSet<Tag> onceACommit) {
        switch (tag.kind().indexed()) {
            case EVERY_EVENT -> tags.add(TagRow.of(tag.kind().code(), tag.id(), recorded.position()));
            case EVERY_COMMIT -> {
                if (onceACommit.add(tag)) {
                    tags.add(TagRow.of(tag.kind().code(), tag.id(), rowPosition));
                }
                if (isHistory(recorded.event())) {
                    tags.add(TagRow.of(tag.kind().code() + HISTORY, tag.id(), recorded.position()));
                }
            }
        }
    }

    /** What the states of things are made of that are indexed once a commit. */
    private static boolean isHistory(Event event) {
        return event instanceof MerchantEvent || event instanceof PopUpEvent;
    }

    /** Adds what one event moves to the totals of its control accounts. */
    public static void addTotals(RecordedEvent recorded, Map<ControlKey, ControlSum> controls) {
        recorded.event()
                .entry()
                .ifPresent(entry -> entry.postings().forEach(posting -> {
                    var money = posting.money();
                    var key =
                            new ControlKey(recorded.ledger(), posting.account().control(), money.currency());
                    var isDebit = posting.side() == Side.DEBIT;
                    controls.merge(
                            key,
                            new ControlSum(isDebit ? money.amount() : 0, isDebit ? 0 : money.amount()),
                            ControlSum::plus);
                }));
    }

    public List<TagRow> tags() {
        return tags;
    }

    public List<RequestRow> requests() {
        return requests;
    }

    public Map<ControlKey, ControlSum> controls() {
        return controls;
    }
}
