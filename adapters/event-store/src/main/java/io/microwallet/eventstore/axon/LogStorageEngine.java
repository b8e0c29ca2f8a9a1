package io.microwallet.eventstore.axon;

import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.log.Span;
import io.microwallet.eventstore.write.CommitPipeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.ContinuousMessageStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventsCondition;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/**
 * Axon's storage engine over the log: appends one group of decisions as part of one row, under a dynamic consistency boundary.
 * A token's index is the position of the last event that was handed out.
 */
public final class LogStorageEngine implements EventStorageEngine {
    /** Where the handler leaves what it decided. */
    public static final Context.ResourceKey<AppendGroup> GROUP = Context.ResourceKey.withLabel("appendGroup");

    private static final int FETCH_EVENTS = 1_000;

    private final CommitPipeline pipeline;
    private final DurableEvents durable;
    private final Followers followers;

    public LogStorageEngine(CommitPipeline pipeline, DurableEvents durable, Followers followers) {
        this.pipeline = pipeline;
        this.durable = durable;
        this.followers = followers;
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        var group = context == null ? null : context.getResource(GROUP);
        if (group == null || group.events().size() != events.size()) {
            return CompletableFuture.failedFuture(
                    new IllegalArgumentException("only what was decided as a group can be appended"));
        }
        if (conflicts(condition)) {
            return CompletableFuture.failedFuture(
                    AppendEventsTransactionRejectedException.conflictingEventsDetected(condition.consistencyMarker()));
        }
        return CompletableFuture.completedFuture(new Append(group));
    }

    /** Between here and the queue nothing can be appended: one thread decides, and the group names the end that it saw. */
    private boolean conflicts(AppendCondition condition) {
        var marker = GlobalIndexConsistencyMarker.position(condition.consistencyMarker());
        var decided = pipeline.decided();
        return marker < decided
                && matching(condition, marker + 1, decided).stream().findAny().isPresent();
    }

    /** What is still in flight may match; only the durable part can be looked at, so anything in flight counts as a match. */
    private List<RecordedEvent> matching(EventsCondition condition, long from, long to) {
        var found = new ArrayList<RecordedEvent>();
        for (var position = from; position <= to; ) {
            var page = durable.from(position, FETCH_EVENTS);
            if (page.isEmpty()) {
                throw new IllegalStateException("sourced behind the end of the log while events are in flight");
            }
            page.stream()
                    .filter(e -> e.position() <= to && matches(condition, e))
                    .forEach(found::add);
            position = page.getLast().position() + 1;
        }
        return found;
    }

    private static boolean matches(EventsCondition condition, RecordedEvent recorded) {
        var message = Messages.event(recorded);
        return condition.matches(message.type().qualifiedName(), AxonTags.of(message));
    }

    private final class Append implements AppendTransaction<ConsistencyMarker> {
        private final AppendGroup group;

        Append(AppendGroup group) {
            this.group = group;
        }

        @Override
        public CompletableFuture<ConsistencyMarker> commit(@Nullable ProcessingContext context) {
            var last = group.events().getLast().recorded().position();
            try {
                return pipeline.enqueue(group.start(), group.events(), group.wantsOwnRow(), group::publish)
                        .thenApply(_ -> new GlobalIndexConsistencyMarker(last));
            } catch (RuntimeException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        @Override
        public void rollback(@Nullable ProcessingContext context) {
            // Before the commit nothing is queued, and after it only the pipeline can throw it away.
        }

        @Override
        public CompletableFuture<ConsistencyMarker> afterCommit(
                ConsistencyMarker marker, @Nullable ProcessingContext context) {
            return CompletableFuture.completedFuture(marker);
        }
    }

    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
        var from = Math.max(0, GlobalIndexPosition.toIndex(condition.start()));
        var end = pipeline.decided();
        var events = from > end ? List.<RecordedEvent>of() : matching(condition, from, end);
        var marker = Context.with(ConsistencyMarker.RESOURCE_KEY, new GlobalIndexConsistencyMarker(end));
        var messages = new ArrayList<EventMessage>(events.size() + 1);
        events.forEach(e -> messages.add(Messages.event(e)));
        messages.add(TerminalEventMessage.INSTANCE);
        return MessageStream.fromIterable(
                messages, message -> message == TerminalEventMessage.INSTANCE ? marker : Context.empty());
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
        var after = condition.position() == null
                ? -1
                : condition.position().position().orElse(-1);
        return new ContinuousMessageStream<Streamed>(
                last -> page(condition, last == null ? after : last.token),
                streamed -> streamed.entry,
                (_, callback) -> followers.follow(callback));
    }

    /**
     * A row on its way to a projection, as one message: with one for each event, Axon's own work was a third of all. Its events are
     * read when they are handled, so that a thousand rows that wait are a thousand pairs of numbers.
     */
    private record Streamed(long token, MessageStream.Entry<EventMessage> entry) {}

    private List<Streamed> page(StreamingCondition condition, long after) {
        return durable.spans(after + 1).stream()
                .map(span -> streamed(condition, span))
                .toList();
    }

    private Streamed streamed(StreamingCondition condition, Span span) {
        var token = TrackingToken.addToContext(Context.empty(), new GlobalSequenceTrackingToken(span.last()));
        var message = Messages.row(span.last(), () -> matching(condition, span));
        return new Streamed(span.last(), new SimpleEntry<>(message, token));
    }

    private List<RecordedEvent> matching(StreamingCondition condition, Span span) {
        var events = durable.from(span.first(), span.events());
        if (events.size() != span.events()) {
            throw new IllegalStateException(span + " was handed out, and is not all there");
        }
        return condition.criteria().hasCriteria()
                ? events.stream().filter(e -> matches(condition, e)).toList()
                : events;
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(-1));
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(pipeline.durable()));
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
        for (var position = 0L; ; ) {
            var page = durable.from(position, FETCH_EVENTS);
            var found = page.stream().filter(e -> !e.at().isBefore(at)).findFirst();
            if (found.isPresent() || page.isEmpty()) {
                var token = found.map(RecordedEvent::position).orElse(position) - 1;
                return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(token));
            }
            position = page.getLast().position() + 1;
        }
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("durable", pipeline.durable());
    }
}
