package io.microwallet.eventstore.axon;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.StorageEngineBackedEventStore;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.SimpleEventBus;

/** Axon as this store runs it: command bus, units of work and event store, wired by hand and without a transaction manager. */
public final class StoreBus {
    private final UnitOfWorkFactory units = new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE);
    private final SimpleCommandBus commands = new SimpleCommandBus(units, List.of());
    private final EventStore eventStore;

    public StoreBus(LogStorageEngine engine) {
        eventStore = new StorageEngineBackedEventStore(engine, new SimpleEventBus(), AxonTags::of);
    }

    public void subscribe(MessageType type, CommandHandler handler) {
        commands.subscribe(type.qualifiedName(), handler);
    }

    public CommandBus commands() {
        return commands;
    }

    public EventStore eventStore() {
        return eventStore;
    }

    public UnitOfWorkFactory units() {
        return units;
    }
}
