package io.microwallet.core.books;

import io.microwallet.core.decision.Tag;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.request.RecordedEvent;
import java.util.List;
import java.util.function.Consumer;

/** The books as of one durable position. Holds no database connection between calls. */
public interface Reading {
    /** Everything up to and including this position is in this reading; -1 where the log is empty. */
    long position();

    /** The hash chain of the row that ends at {@link #position}, lower-case hex. */
    String chain();

    /**
     * The hash chain of the row that holds a position, lower-case hex: what an export names that is fixed to an earlier
     * position than the reading. @throws IllegalArgumentException beyond {@link #position} or below 0
     */
    String chain(long position);

    /** The event at a position. @throws IllegalArgumentException beyond {@link #position} or below 0 */
    RecordedEvent at(long position);

    /** The events at these positions, in the order given; at most 1,000. */
    List<RecordedEvent> at(List<Long> positions);

    /** Events under a tag, oldest first, with position greater than {@code after}; at most {@code limit}, 1 to 1,000. */
    List<RecordedEvent> after(Tag tag, long after, int limit);

    /** Events under a tag, newest first, with position less than {@code before}; at most {@code limit}, 1 to 1,000. */
    List<RecordedEvent> before(Tag tag, long before, int limit);

    /** The trial balance: each control account's totals in one ledger, by account and currency. */
    List<AccountTotal> totals(LedgerId ledger);

    /** Every event of one ledger between the positions, inclusive, in order, streamed in bounded memory. */
    void scan(LedgerId ledger, long from, long to, Consumer<RecordedEvent> consumer);
}
