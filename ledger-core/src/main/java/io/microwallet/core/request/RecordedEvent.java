package io.microwallet.core.request;

import io.microwallet.core.decision.Event;
import io.microwallet.core.ledger.LedgerId;
import java.time.Instant;
import java.util.Optional;

/**
 * An event in the log.
 *
 * @param position gapless, from 0; position order is commit order
 * @param at the ledger's clock when it was decided, in microseconds; never earlier than the ledger's event before
 * @param request the call that it answers; present on the first event of each decision
 */
public record RecordedEvent(long position, Instant at, LedgerId ledger, Optional<RequestHeader> request, Event event) {}
