package io.microwallet.core.ledger;

import java.util.UUID;

/** Names one running instance of the service. */
public record NodeId(UUID value) {}
