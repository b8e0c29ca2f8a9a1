package io.microwallet.eventstore.projection;

import io.microwallet.core.request.RecordedEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A table that is built from the log, behind it, and can be built again. */
public interface Projection {
    /** Names its position for ever. */
    String name();

    /** Takes a batch in, in order. Rows and position are one transaction: do not commit, and remember nothing outside of it. */
    void apply(Connection connection, List<RecordedEvent> events) throws SQLException;
}
