package io.microwallet.core.decision;

import java.time.Instant;

/** All rules of the ledger in one pure function. */
public final class Rules {
    private Rules() {}

    /** What the rules say of a command at an instant of the ledger's clock. Never throws for what a caller can send. */
    public static Decision decide(States states, Command command, Instant at) {
        throw new IllegalStateException("no rules for " + command + " at " + at + " over " + states);
    }
}
