package io.microwallet.core.ledger;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.privacy.SealedText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What happened to a ledger itself. */
public sealed interface LedgerEvent extends Event {
    record LedgerCreated(LedgerId ledger, Mode mode, ZoneId zone, SealedText name) implements LedgerEvent {
        @Override
        public List<Tag> tags() {
            return List.of(ledger.tag());
        }
    }

    /** An admin set what a wallet may hold and do. */
    record LimitsChanged(LedgerId ledger, ClientId client, Limits limits) implements LedgerEvent {
        @Override
        public List<Tag> tags() {
            return List.of(ledger.tag());
        }
    }

    /** An admin moved a sandbox's clock forward, to {@code to}; this event itself has the old time. */
    record ClockMoved(LedgerId ledger, ClientId client, long forwardMicros, Instant to) implements LedgerEvent {
        @Override
        public List<Tag> tags() {
            return List.of(ledger.tag());
        }
    }

    /** A writer opened the log: its first act, before it serves anything. */
    record WriterOpened(NodeId node, long epoch, SoftwareVersion version) implements LedgerEvent {
        @Override
        public List<Tag> tags() {
            return List.of();
        }
    }
}
