package io.microwallet.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.eventstore.codec.JsonBuffer;
import io.microwallet.eventstore.log.Span;
import io.microwallet.eventstore.write.CommitPipeline;
import io.microwallet.eventstore.write.CommitPipeline.Start;
import io.microwallet.eventstore.write.StagedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.junit.jupiter.api.Test;

/** One thread decides, so that no condition fails in the running store; the engine keeps its word to whoever comes late all the same. */
class AppendConditionTest {
    private static final LedgerId LEDGER = new LedgerId(UUID.randomUUID());

    private final WalletId first = new WalletId(UUID.randomUUID());
    private final WalletId second = new WalletId(UUID.randomUUID());
    private final List<RecordedEvent> log = List.of(frozen(0, first), frozen(1, second));
    private final LogStorageEngine engine =
            new LogStorageEngine(new CommitPipeline(1, () -> false, () -> {}), new Logged(log), new Followers());

    /** Of one event a row. */
    private record Logged(List<RecordedEvent> log) implements DurableEvents {
        @Override
        public List<RecordedEvent> from(long position, int limit) {
            return log.stream()
                    .filter(event -> event.position() >= position)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Span> spans(long position) {
            return from(position, log.size()).stream()
                    .map(event -> new Span(event.position(), event.position()))
                    .toList();
        }
    }

    @Test
    void what_was_decided_before_another_event_of_its_boundary_is_not_appended() {
        assertThatThrownBy(() -> append(0, second)).hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThatThrownBy(() -> append(-1, first)).hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
    }

    @Test
    void an_event_outside_of_its_boundary_is_in_nobodys_way() {
        assertThat(append(0, first)).isNotNull();
    }

    @Test
    void what_has_seen_the_whole_boundary_is_appended() {
        assertThat(append(1, second)).isNotNull();
    }

    /** @param seen the last position that the decision knew of */
    private Object append(long seen, WalletId guarded) {
        var staged = new StagedEvent(frozen(2, guarded), 0, new JsonBuffer(16), 0, 0);
        var message = Messages.event(staged);
        var condition = AppendCondition.withCriteria(EventCriteria.havingTags(Set.of(AxonTags.of(guarded.tag()))))
                .withMarker(new GlobalIndexConsistencyMarker(seen));
        return new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE)
                .create()
                .executeWithResult(context -> {
                    context.putResource(LogStorageEngine.GROUP, new Lone(staged));
                    return engine.appendEvents(
                            condition,
                            context,
                            List.of(new GenericTaggedEventMessage<>(message, AxonTags.of(message))));
                })
                .join();
    }

    private static RecordedEvent frozen(long position, WalletId wallet) {
        return new RecordedEvent(position, Instant.EPOCH, LEDGER, Optional.empty(), new WalletFrozen(wallet));
    }

    /** A group of one event. */
    private record Lone(StagedEvent event) implements AppendGroup {
        @Override
        public Start start() {
            return new Start(0, 2);
        }

        @Override
        public List<StagedEvent> events() {
            return List.of(event);
        }

        @Override
        public boolean wantsOwnRow() {
            return false;
        }

        @Override
        public void publish() {
            throw new AssertionError("nothing is committed here");
        }
    }
}
