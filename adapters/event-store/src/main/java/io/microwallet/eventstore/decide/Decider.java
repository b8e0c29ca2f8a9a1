package io.microwallet.eventstore.decide;

import io.microwallet.core.decision.Command;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import java.time.Instant;

/** The rules: those of the core, or those of a test. */
@FunctionalInterface
public interface Decider {
    Decision decide(States states, Command command, Instant at);
}
