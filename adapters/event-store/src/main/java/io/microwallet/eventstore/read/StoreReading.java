package io.microwallet.eventstore.read;

import io.microwallet.core.books.AccountTotal;
import io.microwallet.core.books.Reading;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.index.ControlTotals;
import io.microwallet.eventstore.index.IndexRows.ControlKey;
import io.microwallet.eventstore.index.IndexRows.ControlSum;
import io.microwallet.eventstore.log.Head;
import io.microwallet.eventstore.write.Lease;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The books as of one head of the log. */
final class StoreReading implements Reading {
    private static final int PAGE_MAX = 1_000;

    private final Head head;
    private final DatabaseReader database;
    private final TagReader tags;
    private final Lease lease;

    StoreReading(Head head, DatabaseReader database, TagReader tags, Lease lease) {
        this.head = head;
        this.database = database;
        this.tags = tags;
        this.lease = lease;
    }

    @Override
    public long position() {
        return head.last();
    }

    @Override
    public String chain() {
        return HexFormat.of().formatHex(head.chain());
    }

    @Override
    public String chain(long position) {
        return HexFormat.of().formatHex(database.row(within(position)).chain());
    }

    @Override
    public RecordedEvent at(long position) {
        return at(List.of(position)).getFirst();
    }

    @Override
    public List<RecordedEvent> at(List<Long> positions) {
        lease.check();
        limit(Math.max(1, positions.size()));
        positions.forEach(this::within);
        return database.events(positions);
    }

    @Override
    public List<RecordedEvent> after(Tag tag, long after, int limit) {
        lease.check();
        return tags.after(tag, after, position(), limit(limit));
    }

    @Override
    public List<RecordedEvent> before(Tag tag, long before, int limit) {
        lease.check();
        return tags.before(tag, before, position(), limit(limit));
    }

    @Override
    public List<AccountTotal> totals(LedgerId ledger) {
        lease.check();
        var indexed = database.totals(ledger);
        var sums = new HashMap<>(indexed.sums());
        if (indexed.position() < position()) {
            between(ledger, indexed.position() + 1, position())
                    .forEach((key, sum) -> sums.merge(key, sum, ControlSum::plus));
        } else {
            between(ledger, position() + 1, indexed.position())
                    .forEach((key, sum) -> sums.computeIfPresent(key, (_, all) -> all.minus(sum)));
        }
        return sums.entrySet().stream()
                .filter(e -> e.getValue().debits() != 0 || e.getValue().credits() != 0)
                .map(e -> total(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(AccountTotal::controlAccount)
                        .thenComparing(total -> total.currency().code()))
                .toList();
    }

    private static AccountTotal total(ControlKey key, ControlSum sum) {
        return new AccountTotal(key.account(), key.currency(), sum.debits(), sum.credits());
    }

    /** What the events of a stretch of the log add up to. */
    private Map<ControlKey, ControlSum> between(LedgerId ledger, long from, long to) {
        var totals = new ControlTotals();
        every(ledger, from, to, totals::add);
        return totals.sums();
    }

    @Override
    public void scan(LedgerId ledger, long from, long to, Consumer<RecordedEvent> consumer) {
        lease.check();
        every(ledger, from, Math.min(to, position()), consumer);
    }

    private void every(LedgerId ledger, long from, long to, Consumer<RecordedEvent> consumer) {
        if (from > to) {
            return;
        }
        database.scan(Math.max(0, from), row -> {
            row.decoded().stream()
                    .filter(e -> e.position() >= from
                            && e.position() <= to
                            && e.ledger().equals(ledger))
                    .forEach(consumer);
            return row.last() < to;
        });
    }

    private long within(long position) {
        if (position < 0 || position > position()) {
            throw new IllegalArgumentException("no position of this reading");
        }
        return position;
    }

    private static int limit(int limit) {
        if (limit < 1 || limit > PAGE_MAX) {
            throw new IllegalArgumentException("1 to " + PAGE_MAX);
        }
        return limit;
    }
}
