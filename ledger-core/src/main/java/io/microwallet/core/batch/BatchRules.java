package io.microwallet.core.batch;

import io.microwallet.core.batch.BatchCommand.AtomicBatch;
import io.microwallet.core.batch.BatchCommand.BeginBatch;
import io.microwallet.core.batch.BatchEvent.BatchBegun;
import io.microwallet.core.batch.BatchEvent.BatchDecided;
import io.microwallet.core.batch.BatchEvent.BatchRefused;
import io.microwallet.core.batch.BatchEvent.Part;
import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Rules;
import io.microwallet.core.decision.States;
import io.microwallet.core.request.RefusalCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.OptionalInt;

/** How many commands are decided as one. */
public final class BatchRules implements Decider<BatchCommand> {
    @Override
    public Decision decide(States states, BatchCommand command, Instant at) {
        return switch (command) {
            case BeginBatch c -> Decision.accepted(new BatchBegun(c.items()));
            case AtomicBatch c -> decide(states, c, at);
        };
    }

    /** The first item that is refused or names what is not there ends it: nothing of the items before it is left. */
    private static Decision decide(States states, AtomicBatch batch, Instant at) {
        var ahead = new StatesAhead(states, batch.boundary(), at);
        var events = new ArrayList<Event>();
        var parts = new ArrayList<Part>(batch.items().size());
        for (var item : batch.items()) {
            switch (Rules.decide(ahead, item.command(), at)) {
                case Decision.Accepted accepted -> {
                    accepted.events().forEach(ahead::take);
                    events.addAll(accepted.events());
                    parts.add(new Part(item.operation(), accepted.events().size()));
                }
                case Decision.Refused refused -> {
                    var code = new RefusalCode(refused.refusal().name());
                    return Decision.accepted(new BatchRefused(batch.items().size(), parts.size(), code));
                }
                case Decision.Absent absent -> {
                    return new Decision.Absent(absent.absence(), OptionalInt.of(parts.size()));
                }
                case Decision.AlreadyKnown _ -> parts.add(new Part(item.operation(), 0));
            }
        }
        events.addFirst(new BatchDecided(parts));
        return new Decision.Accepted(events);
    }
}
