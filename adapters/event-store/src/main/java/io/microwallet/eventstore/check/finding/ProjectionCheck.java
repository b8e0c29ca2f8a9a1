package io.microwallet.eventstore.check.finding;

import io.microwallet.core.request.RecordedEvent;
import java.sql.Connection;
import java.sql.SQLException;

/** Compares one projection's tables with what a replay of the log gives; made for one run. */
public interface ProjectionCheck {
    String name();

    /** How far the projection is in this snapshot; -1 where it has not begun. */
    long position(Connection snapshot) throws SQLException;

    /** Takes every event up to that position, in order. */
    void replay(RecordedEvent event);

    /** Looks at the tables, once everything was replayed. Findings are {@link FindingKind#PROJECTION_DIFFERS}. */
    void compare(Connection snapshot, Findings findings) throws SQLException;
}
