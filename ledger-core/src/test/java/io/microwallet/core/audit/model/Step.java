package io.microwallet.core.audit.model;

import io.microwallet.core.decision.Command;
import java.time.Instant;

/** A command, and the ledger's clock when it is decided. */
public record Step(Command command, Instant at) {}
