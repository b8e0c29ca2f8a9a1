package io.microwallet.eventstore.write;

import java.sql.Connection;
import java.sql.SQLException;

/** The steps of a commit, for tests that stop, break or kill at each; a real store passes them by. */
public interface CommitSteps {
    CommitSteps NONE = new CommitSteps() {};

    default void beforeInsert(Connection connection) throws SQLException {}

    default void beforeCommit(Connection connection) throws SQLException {}

    /** The row is durable, but its writer does not know yet. */
    default void beforeAnswer(Connection connection) throws SQLException {}

    default void beforeIndexCommit(Connection connection) throws SQLException {}

    /** The index rows are durable, but reservations and memory still hold what they held. */
    default void beforeEviction() {}

    /** A reader has looked at the index, and not yet at what is in memory. */
    default void betweenIndexAndMemory() {}
}
