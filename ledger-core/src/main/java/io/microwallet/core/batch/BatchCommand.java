package io.microwallet.core.batch;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.decision.EntityId;
import io.microwallet.core.request.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Many commands in one call. */
public sealed interface BatchCommand extends Command {
    int ITEMS_MAX = 1_000;

    /**
     * Takes a batch's key, once for one body, before its items are decided one by one under keys of their own.
     *
     * @param client who sent it
     * @param items how many there are, 1 to {@link #ITEMS_MAX}
     */
    record BeginBatch(ClientId client, int items) implements BatchCommand {
        public BeginBatch {
            checkCount(items);
        }

        @Override
        public Boundary boundary() {
            return Boundary.over(client);
        }
    }

    /** All of its items or none, decided in sequence, each over the states that the earlier ones leave. */
    record AtomicBatch(List<Item> items) implements BatchCommand {
        public AtomicBatch {
            items = List.copyOf(items);
            checkCount(items.size());
        }

        @Override
        public Boundary boundary() {
            var guarded = new LinkedHashSet<EntityId<?>>();
            var consulted = new LinkedHashSet<EntityId<?>>();
            for (var item : items) {
                var boundary = item.command().boundary();
                guarded.addAll(boundary.guarded());
                consulted.addAll(boundary.consulted());
            }
            consulted.removeAll(guarded);
            return new Boundary(new ArrayList<>(guarded), new ArrayList<>(consulted));
        }
    }

    /**
     * One command of an atomic batch.
     *
     * @param operation what was asked, for its part of the answer
     */
    record Item(Operation operation, Command command) {
        public Item {
            if (command instanceof BatchCommand) {
                throw new IllegalArgumentException("a batch holds no batch");
            }
        }
    }

    private static void checkCount(int items) {
        if (items < 1 || items > ITEMS_MAX) {
            throw new IllegalArgumentException("a batch has 1 to " + ITEMS_MAX + " items");
        }
    }
}
