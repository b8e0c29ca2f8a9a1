package io.microwallet.eventstore.read;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.decide.EntityCache;
import io.microwallet.eventstore.decide.Known;
import io.microwallet.eventstore.index.DurableRow;
import io.microwallet.eventstore.index.IndexRows;
import io.microwallet.eventstore.index.Tail;
import io.microwallet.eventstore.read.DatabaseReader.Indexed;
import io.microwallet.eventstore.write.CommitSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Finds events by tag: index rows and the indexer's position from one snapshot, then everything behind that position from
 * memory. Where memory no longer reaches back that far, the index has moved on: read it again.
 */
final class TagReader {
    static final int PAGE_EVENTS = 1_000;
    private static final int PAGE_ROWS = 4;

    private final DatabaseReader database;
    private final Tail tail;
    private final CommitSteps steps;

    TagReader(DatabaseReader database, Tail tail, CommitSteps steps) {
        this.database = database;
        this.tail = tail;
        this.steps = steps;
    }

    /** Oldest first, behind {@code after} and up to {@code upTo}. */
    List<RecordedEvent> after(Tag tag, long after, long upTo, int limit) {
        return after(tag, after, upTo, limit, listed(tag, after, limit));
    }

    private List<RecordedEvent> after(
            Tag tag, long after, long upTo, int limit, Supplier<Indexed<RecordedEvent>> index) {
        return consistent(index, upTo, limit, (indexed, rows) -> {
            var found = new ArrayList<>(indexed.found());
            rows.forEach(row -> found.addAll(row.tagged(tag)));
            found.removeIf(e -> e.position() <= after || e.position() > upTo);
            return first(found, limit);
        });
    }

    private Supplier<Indexed<RecordedEvent>> listed(Tag tag, long after, int limit) {
        return switch (tag.kind().indexed()) {
            case EVERY_EVENT -> () -> database.after(tag.kind().code(), tag.id(), after, limit);
            case EVERY_COMMIT -> () -> rowsAfter(tag, after, limit);
        };
    }

    /** Newest first, before {@code before} and up to {@code upTo}. */
    List<RecordedEvent> before(Tag tag, long before, long upTo, int limit) {
        var bound = Math.min(before, upTo + 1);
        Supplier<Indexed<RecordedEvent>> index = switch (tag.kind().indexed()) {
            case EVERY_EVENT -> () -> database.before(tag.kind().code(), tag.id(), bound, limit);
            case EVERY_COMMIT -> () -> rowsBefore(tag, bound, limit);
        };
        return consistent(index, upTo, Integer.MAX_VALUE, (indexed, rows) -> {
            var found = new ArrayList<RecordedEvent>();
            rows.reversed().forEach(row -> found.addAll(row.tagged(tag).reversed()));
            found.addAll(indexed.found());
            found.removeIf(e -> e.position() >= bound);
            return first(found, limit);
        });
    }

    /** The state that a thing's durable history leaves. */
    EntityCache.Loaded load(EntityId<?> id) {
        var tag = id.tag();
        var known = database.snapshot(id).orElseGet(() -> Known.unborn(id));
        // Only now: a snapshot holds nothing that is not durable, so it ends before this.
        var upTo = tail.head().last();
        for (var after = known.position(); ; ) {
            var page = history(tag, after, upTo);
            for (var event : page) {
                var state = known.state().evolve(event.event(), event.at());
                known = known.changed(state, event.position());
            }
            if (page.size() < PAGE_EVENTS) {
                return new EntityCache.Loaded(known, upTo);
            }
            after = page.getLast().position();
        }
    }

    private List<RecordedEvent> history(Tag tag, long after, long upTo) {
        return switch (tag.kind().indexed()) {
            case EVERY_EVENT -> after(tag, after, upTo, PAGE_EVENTS);
            case EVERY_COMMIT ->
                after(
                        tag,
                        after,
                        upTo,
                        PAGE_EVENTS,
                        () -> database.after(tag.kind().code() + IndexRows.HISTORY, tag.id(), after, PAGE_EVENTS));
        };
    }

    private interface Together {
        List<RecordedEvent> of(Indexed<RecordedEvent> indexed, List<DurableRow> rows);
    }

    private List<RecordedEvent> consistent(
            Supplier<Indexed<RecordedEvent>> index, long upTo, int enough, Together together) {
        while (true) {
            var indexed = index.get();
            steps.betweenIndexAndMemory();
            var needsNoMemory = indexed.position() >= upTo || indexed.found().size() >= enough;
            var rows = needsNoMemory ? Optional.of(List.<DurableRow>of()) : tail.after(indexed.position());
            if (rows.isPresent()) {
                return together.of(indexed, rows.get());
            }
        }
    }

    private Indexed<RecordedEvent> rowsAfter(Tag tag, long after, int limit) {
        return expanded(
                tag, limit, next -> database.rowsAfter(tag.kind().code(), tag.id(), next, PAGE_ROWS), after, false);
    }

    private Indexed<RecordedEvent> rowsBefore(Tag tag, long before, int limit) {
        return expanded(
                tag, limit, next -> database.rowsBefore(tag.kind().code(), tag.id(), next, PAGE_ROWS), before, true);
    }

    /** Opens rows of the log until they hold enough events under the tag. The first look-up's position counts: later ones see more. */
    private Indexed<RecordedEvent> expanded(
            Tag tag, int limit, Function<Long, Indexed<Long>> rows, long bound, boolean newestFirst) {
        var found = new ArrayList<RecordedEvent>();
        var page = rows.apply(bound);
        var indexed = page.position();
        var seen = -1L;
        while (true) {
            var fresh = 0;
            for (var position : page.found()) {
                if (position != seen && position <= indexed) {
                    add(found, tag, position, bound, newestFirst);
                    fresh++;
                }
                seen = position;
            }
            if (fresh == 0 || found.size() >= limit || page.found().size() < PAGE_ROWS) {
                return new Indexed<>(indexed, first(found, limit));
            }
            page = rows.apply(seen);
        }
    }

    private void add(List<RecordedEvent> found, Tag tag, long position, long bound, boolean newestFirst) {
        var tagged = database.row(position).decoded().stream()
                .filter(e -> newestFirst ? e.position() < bound : e.position() > bound)
                .filter(e -> e.tags().contains(tag))
                .toList();
        found.addAll(newestFirst ? tagged.reversed() : tagged);
    }

    private static List<RecordedEvent> first(List<RecordedEvent> found, int limit) {
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }
}
