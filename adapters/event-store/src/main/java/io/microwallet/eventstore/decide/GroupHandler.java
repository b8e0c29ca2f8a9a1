package io.microwallet.eventstore.decide;

import io.microwallet.core.decision.Decision;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.eventstore.axon.LogStorageEngine;
import io.microwallet.eventstore.axon.Messages;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles a group as one Axon command: sources once for all of it, decides call by call, appends what they leave. */
final class GroupHandler implements CommandHandler {
    private static final Logger LOG = LoggerFactory.getLogger(GroupHandler.class);

    private static final CommandResultMessage DONE =
            new GenericCommandResultMessage(new MessageType("io.microwallet", "group-decided", "1"), "done");

    private final Decider rules;
    private final LedgerClock clock;
    private final ClockOffsets offsets;
    private final EventStore eventStore;

    GroupHandler(Decider rules, LedgerClock clock, ClockOffsets offsets, EventStore eventStore) {
        this.rules = rules;
        this.clock = clock;
        this.offsets = offsets;
        this.eventStore = eventStore;
    }

    @Override
    public MessageStream.Single<CommandResultMessage> handle(CommandMessage command, ProcessingContext context) {
        var group = (Group) java.util.Objects.requireNonNull(command.payload());
        context.putResource(LogStorageEngine.GROUP, group);
        eventStore
                .transaction(context)
                .source(Messages.sourcing(group, group.guarded()))
                .reduce(0, (count, _) -> count)
                .join();
        group.calls().forEach(call -> decide(group, call));
        var appender = EventAppender.forContext(context, eventStore, Messages.TYPES);
        group.events().forEach(event -> appender.append(List.of(Messages.event(event))));
        return MessageStream.just(DONE);
    }

    /** A throw inside one decision is that call's alone: the others never hear of it. */
    private void decide(Group group, Call call) {
        if (!call.begin()) {
            return;
        }
        var line = call.line();
        if (line != null && !line.isTurnOf(call)) {
            group.cold().add(call);
            return;
        }
        decideNow(group, call);
        if (line != null && call.decided() != null) {
            line.next(group.start());
        }
    }

    private void decideNow(Group group, Call call) {
        try {
            if (!group.overlay().holdsAll(call)) {
                group.cold().add(call);
                return;
            }
            if (call.line() != null && call.line().isBroken(group.start())) {
                call.decided(DecisionThread.unavailable("what stands before it was thrown away"));
                return;
            }
            var stamp = clock.stamp(offsets.of(group.overlay().ledger(call)));
            switch (rules.decide(group.overlay().states(call), call.command, stamp.at())) {
                case Decision.Accepted accepted -> group.stage(call, stamp, accepted.events());
                case Decision.Refused refused ->
                    group.stage(
                            call,
                            stamp,
                            List.of(new RequestRefused(
                                    new RefusalCode(refused.refusal().name()))));
                case Decision.Absent absent -> call.decided(new Outcome.Absent(absent.absence(), absent.item()));
                case Decision.AlreadyKnown _ -> call.decided(new Outcome.AlreadyKnown());
            }
        } catch (RuntimeException | Error e) {
            LOG.error("A decision failed", e);
            group.fail(call);
        }
    }
}
