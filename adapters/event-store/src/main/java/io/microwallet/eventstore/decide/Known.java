package io.microwallet.eventstore.decide;

import io.microwallet.core.decision.Entity;

/** A state that holds everything decided so far; {@code position} is that of the last event which changed it, -1 for none. */
public record Known(Entity state, long position) {}
