package io.microwallet.core.decision;

import java.time.Instant;

/** One feature's half of the rules that decides; the half that evolves is {@link Entity}. */
public interface Decider<C extends Command> {
    /** Pure: the same states, command and instant always give the same decision. */
    Decision decide(States states, C command, Instant at);
}
