package io.microwallet.core.decision;

import java.time.Instant;

/** The state of one thing, evolved from its events; immutable, and the state of what never happened is a type of its own. */
public interface Entity {
    /** The state after the event; the same state where the event says nothing of this thing. Pure. */
    Entity evolve(Event event, Instant at);
}
