package io.microwallet.eventstore.decide;

import io.microwallet.core.ledger.Ledger;
import java.time.Duration;

/** How far a ledger's clock is ahead of the machine's: as the ledger's state says, or as a test has it. Never shrinks. */
@FunctionalInterface
public interface ClockOffsets {
    Duration of(Ledger ledger);
}
