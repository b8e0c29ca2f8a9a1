package io.microwallet.core.topup;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import java.time.Instant;

/** One top-up, from its request to what the processor says of it. */
public sealed interface TopUp extends Entity {
    @Override
    TopUp evolve(Event event, Instant at);

    record Unborn() implements TopUp {
        @Override
        public TopUp evolve(Event event, Instant at) {
            return event instanceof TopUpRequested e ? new Requested(e, at) : this;
        }
    }

    /** Its outcome is not known yet. */
    record Requested(TopUpRequested request, Instant requestedAt) implements TopUp {
        @Override
        public TopUp evolve(Event event, Instant at) {
            return event instanceof TopUpEvent e ? after(e, at) : this;
        }

        private TopUp after(TopUpEvent event, Instant at) {
            return switch (event) {
                case TopUpSucceeded e -> new Succeeded(request, requestedAt, e, at);
                case TopUpUnclaimed e -> new Unclaimed(request, requestedAt, e, at);
                case TopUpFailed e -> new Failed(request, requestedAt, e.code(), at);
                case TopUpRequested _ -> this;
            };
        }
    }

    record Succeeded(TopUpRequested request, Instant requestedAt, TopUpSucceeded success, Instant at) implements TopUp {
        @Override
        public TopUp evolve(Event event, Instant at) {
            return this;
        }
    }

    /** The money came, but fits no open wallet. */
    record Unclaimed(TopUpRequested request, Instant requestedAt, TopUpUnclaimed unclaimed, Instant at)
            implements TopUp {
        @Override
        public TopUp evolve(Event event, Instant at) {
            return this;
        }
    }

    /** Called failed; the money may still come. */
    record Failed(TopUpRequested request, Instant requestedAt, DeclineCode code, Instant at) implements TopUp {
        @Override
        public TopUp evolve(Event event, Instant at) {
            return event instanceof TopUpEvent e ? after(e, at) : this;
        }

        private TopUp after(TopUpEvent event, Instant at) {
            return switch (event) {
                case TopUpSucceeded e -> new Succeeded(request, requestedAt, e, at);
                case TopUpUnclaimed e -> new Unclaimed(request, requestedAt, e, at);
                case TopUpRequested _, TopUpFailed _ -> this;
            };
        }
    }
}
