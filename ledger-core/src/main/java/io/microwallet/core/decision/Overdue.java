package io.microwallet.core.decision;

import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What time alone has done to the wallets of a command since anything was decided over them. */
record Overdue(List<Event> events, Instant at) {
    private static final Overdue NOTHING = new Overdue(List.of(), Instant.EPOCH);

    static Overdue in(States states, Command command, Instant at) {
        var found = NOTHING;
        for (var id : command.boundary().guarded()) {
            if (id instanceof WalletId wallet && states.of(wallet) instanceof Wallet.Open open) {
                found = found.and(open.overdue(at), at);
            }
        }
        return found;
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** The states with that done. */
    States settled(States states) {
        return new States() {
            @Override
            @SuppressWarnings("unchecked") // an entity evolves into one of its own kind
            public <S extends Entity> S of(EntityId<S> id) {
                Entity state = states.of(id);
                for (var event : events) {
                    state = event.tags().contains(id.tag()) ? state.evolve(event, at) : state;
                }
                return (S) state;
            }
        };
    }

    /** That first, if anything is done at all. */
    Decision before(Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted ->
                new Decision.Accepted(and(accepted.events(), at).events());
            case Decision.Refused _, Decision.Absent _, Decision.AlreadyKnown _ -> decision;
        };
    }

    private Overdue and(List<Event> more, Instant at) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(events);
        all.addAll(more);
        return new Overdue(all, at);
    }
}
