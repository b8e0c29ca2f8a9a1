package io.microwallet.eventstore.axon;

import io.microwallet.eventstore.write.CommitPipeline.Start;
import io.microwallet.eventstore.write.StagedEvent;
import java.util.List;

/** What one Axon command appends: all of it in one row, or nothing. */
public interface AppendGroup {
    /** The end of the log as this group sees it. */
    Start start();

    List<StagedEvent> events();

    /** Whether they want a row that they share with no other group. */
    boolean wantsOwnRow();

    /** The events have their place; the next decision may see them. */
    void publish();
}
