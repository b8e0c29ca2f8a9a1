package io.microwallet.eventstore.projection;

import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.axon.Messages;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

/** Gathers the rows of one batch, and hands their events to the projection before the batch commits, in bounded portions. */
final class ProjectionHandler implements EventHandlingComponent {
    /** In memory at once, and what the projection writes together. */
    private static final int PORTION_EVENTS = 10_000;

    private static final Set<QualifiedName> ROWS = Set.of(Messages.ROW.qualifiedName());

    private final Projection projection;
    private final ProjectionTransactions transactions;
    private final ProjectionProgress progress;
    private final Context.ResourceKey<List<EventMessage>> batchKey = Context.ResourceKey.withLabel("batch");

    /** {@code progress} is told the last position of each batch that is committed. */
    ProjectionHandler(Projection projection, ProjectionTransactions transactions, ProjectionProgress progress) {
        this.projection = projection;
        this.transactions = transactions;
        this.progress = progress;
    }

    @Override
    public MessageStream.Empty<Message> handle(EventMessage row, ProcessingContext context) {
        context.computeResourceIfAbsent(batchKey, () -> begun(context)).add(row);
        return MessageStream.empty();
    }

    private List<EventMessage> begun(ProcessingContext context) {
        var rows = new ArrayList<EventMessage>();
        // Before the token, which is stored right before the commit: it has to know whether anything was written.
        context.runOnPostInvocation(_ -> apply(rows));
        context.runOnAfterCommit(_ -> {
            progress.reached(Messages.last(rows.getLast()));
            progress.rest();
        });
        return rows;
    }

    private void apply(List<EventMessage> rows) {
        var portion = new ArrayList<RecordedEvent>();
        try {
            for (var row : rows) {
                portion.addAll(Messages.events(row));
                if (portion.size() >= PORTION_EVENTS) {
                    projection.apply(transactions.getConnection(), portion);
                    portion = new ArrayList<>();
                }
            }
            projection.apply(transactions.getConnection(), portion);
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
