package io.microwallet.core.books;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.EntityId;
import io.microwallet.core.request.RecordedEvent;
import java.util.List;

/** Reads straight from the log and its indexes: every write acknowledged to anyone, and nothing that is not durable. */
public interface Books {
    /** The newest durable state of one thing. Waits on the database where it is cold. @throws BooksUnavailableException */
    <S extends Entity> S read(EntityId<S> id);

    /** A reading fixed to the newest durable position of this moment. @throws BooksUnavailableException */
    Reading open();

    /** Calls the listener with every batch of events that becomes durable from now on, in order; it must not block. */
    Subscription follow(Listener listener);

    /** Told of events once they are durable. */
    @FunctionalInterface
    interface Listener {
        void durable(List<RecordedEvent> events);
    }

    /** Ends a {@link #follow}. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
