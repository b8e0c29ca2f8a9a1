package io.microwallet.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.decision.Event;
import io.microwallet.core.drop.Drop;
import io.microwallet.core.drop.DropEvent.DropCreated;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.drop.Units;
import io.microwallet.core.given.Log;
import io.microwallet.core.hold.HoldEvent;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.hold.HoldEvent.HoldExpired;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldEvent.HoldVoided;
import io.microwallet.core.hold.HoldId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Stock = sold + held and not lapsed + free, and free is never below zero; and nobody captures what has lapsed. */
final class UnitsOfDrops {
    private final Map<DropId, Integer> stocks = new HashMap<>();
    private final Map<DropId, Set<HoldId>> sold = new HashMap<>();
    private final Map<DropId, Map<HoldId, Instant>> held = new HashMap<>();

    void book(Event event, Instant at) {
        switch (event) {
            case DropCreated e -> stocks.put(e.drop(), e.offer().stock());
            case HoldEvent e -> book(e, at);
            case Event _ -> {}
        }
    }

    private void book(HoldEvent event, Instant at) {
        if (event instanceof HoldCaptured) {
            assertThat(event.expires()).as("what is captured has not lapsed").isAfter(at);
        }
        var drop = event.drop();
        if (drop != null) {
            var holding = held.computeIfAbsent(drop, _ -> new HashMap<>());
            var gone = sold.computeIfAbsent(drop, _ -> new HashSet<>());
            switch (event) {
                case HoldPlaced e -> holding.put(e.hold(), e.expires());
                case HoldCaptured e -> gone.add(e.hold());
                case HoldVoided e -> holding.remove(e.hold());
                case HoldExpired e -> holding.remove(e.hold());
            }
            assertThat(taken(holding, gone, at)).as("units of %s", drop).isLessThanOrEqualTo(stocks.get(drop));
        }
    }

    /** Over all drops: what a drop says of its units is what its holds come to. */
    void areWhole(Log log, Instant at) {
        stocks.forEach((id, stock) -> {
            var sales = sold.getOrDefault(id, Set.of());
            var standing = taken(held.getOrDefault(id, Map.of()), sales, at) - sales.size();
            var free = stock - sales.size() - (int) standing;
            assertThat(free).as("free units of %s", id).isNotNegative();
            assertThat(((Drop.Announced) log.state(id)).at(at).units())
                    .as("units of %s", id)
                    .isEqualTo(new Units(stock, sales.size(), (int) standing, free));
        });
    }

    private static long taken(Map<HoldId, Instant> holding, Set<HoldId> gone, Instant at) {
        var standing = holding.entrySet().stream()
                .filter(hold -> !gone.contains(hold.getKey()) && hold.getValue().isAfter(at))
                .count();
        return gone.size() + standing;
    }
}
