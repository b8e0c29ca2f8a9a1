package io.microwallet.eventstore.projection;

import io.microwallet.core.decision.EventCatalog;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.axon.Messages;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventHandler;
import org.axonframework.messaging.eventhandling.EventHandlerRegistry;
import org.axonframework.messaging.eventhandling.EventHandlingComponent;
import org.axonframework.messaging.eventhandling.EventMessage;

/** Gathers the events of one batch, and hands them to the projection at once, right before the batch commits. */
final class ProjectionHandler implements EventHandlingComponent {
    private static final Set<QualifiedName> EVERYTHING = EventCatalog.entries().stream()
            .map(entry -> Messages.type(entry.type()).qualifiedName())
            .collect(Collectors.toUnmodifiableSet());

    private final Projection projection;
    private final ProjectionTransactions transactions;
    private final LongConsumer reached;
    private final Context.ResourceKey<List<RecordedEvent>> batchKey = Context.ResourceKey.withLabel("batch");

    /** {@code reached} is told the last position of each batch that is committed. */
    ProjectionHandler(Projection projection, ProjectionTransactions transactions, LongConsumer reached) {
        this.projection = projection;
        this.transactions = transactions;
        this.reached = reached;
    }

    @Override
    public MessageStream.Empty<Message> handle(EventMessage event, ProcessingContext context) {
        context.computeResourceIfAbsent(batchKey, () -> begun(context)).add(Messages.recorded(event));
        return MessageStream.empty();
    }

    private List<RecordedEvent> begun(ProcessingContext context) {
        var batch = new ArrayList<RecordedEvent>();
        context.runOnPrepareCommit(_ -> apply(batch));
        context.runOnAfterCommit(_ -> reached.accept(batch.getLast().position()));
        return batch;
    }

    private void apply(List<RecordedEvent> batch) {
        try {
            projection.apply(transactions.getConnection(), List.copyOf(batch));
        } catch (SQLException e) {
            throw new JdbcException("the projection " + projection.name() + " failed", e);
        }
    }

    @Override
    public Set<QualifiedName> supportedEvents() {
        return EVERYTHING;
    }

    /** All in order. */
    @Override
    public Object sequenceIdentifierFor(EventMessage event, ProcessingContext context) {
        return projection.name();
    }

    @Override
    public EventHandlerRegistry subscribe(QualifiedName name, EventHandler eventHandler) {
        throw new UnsupportedOperationException("a projection handles everything itself");
    }
}
