package io.microwallet.eventstore.projection;

import io.microwallet.eventstore.axon.Messages;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
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

/** Gathers the events of the rows in one batch, and hands them to the projection at once, right before the batch commits. */
final class ProjectionHandler implements EventHandlingComponent {
    private static final Set<QualifiedName> ROWS = Set.of(Messages.ROW.qualifiedName());

    private final Projection projection;
    private final ProjectionTransactions transactions;
    private final LongConsumer reached;
    private final Context.ResourceKey<List<EventMessage>> batchKey = Context.ResourceKey.withLabel("batch");

    /** {@code reached} is told the last position of each batch that is committed. */
    ProjectionHandler(Projection projection, ProjectionTransactions transactions, LongConsumer reached) {
        this.projection = projection;
        this.transactions = transactions;
        this.reached = reached;
    }

    @Override
    public MessageStream.Empty<Message> handle(EventMessage row, ProcessingContext context) {
        context.computeResourceIfAbsent(batchKey, () -> begun(context)).add(row);
        return MessageStream.empty();
    }

    private List<EventMessage> begun(ProcessingContext context) {
        var rows = new ArrayList<EventMessage>();
        context.runOnPrepareCommit(_ -> apply(rows));
        context.runOnAfterCommit(_ -> reached.accept(Messages.last(rows.getLast())));
        return rows;
    }

    private void apply(List<EventMessage> rows) {
        var events = rows.stream().flatMap(row -> Messages.events(row).stream()).toList();
        try {
            projection.apply(transactions.getConnection(), events);
        } catch (SQLException e) {
            throw new JdbcException("the projection " + projection.name() + " failed", e);
        }
    }

    @Override
    public Set<QualifiedName> supportedEvents() {
        return ROWS;
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
