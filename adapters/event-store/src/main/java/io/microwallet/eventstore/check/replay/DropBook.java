package io.microwallet.eventstore.check.replay;

import io.microwallet.core.decision.Event;
import io.microwallet.core.drop.Drop;
import io.microwallet.core.drop.DropEvent.DropCreated;
import io.microwallet.core.drop.Units;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.hold.HoldEvent.HoldExpired;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldEvent.HoldVoided;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;

/** One drop twice over: as the rules evolve it, and as its units are counted. Both must say the same after each event. */
final class DropBook {
    private final PriorityQueue<Held> held = new PriorityQueue<>(Comparator.comparing(Held::expires));
    private final Set<UUID> open = new HashSet<>();
    private Drop drop = new Drop.Unborn();
    private int stock;
    private int sold;
    private boolean isWrong;

    private record Held(UUID hold, Instant expires) {}

    /** A drop that is wrong is named once, where it began. */
    void check(RecordedEvent recorded, Findings findings) {
        if (isWrong) {
            return;
        }
        drop = drop.evolve(recorded.event(), recorded.at());
        lapse(recorded.at());
        var isStranger = recorded.event() instanceof HoldCaptured e
                && e.part() == 1
                && !open.contains(e.hold().value());
        count(recorded.event());
        lapse(recorded.at());
        var before = findings.count();
        compare(recorded, isStranger, findings);
        isWrong = findings.count() > before;
    }

    private void count(Event event) {
        switch (event) {
            case DropCreated e -> stock = e.offer().stock();
            case HoldPlaced e -> {
                open.add(e.hold().value());
                held.add(new Held(e.hold().value(), e.expires()));
            }
            case HoldCaptured e -> sold += e.part() == 1 ? 1 : 0;
            case Event _ -> {}
        }
        switch (event) {
            case HoldCaptured e -> open.remove(e.hold().value());
            case HoldVoided e -> open.remove(e.hold().value());
            case HoldExpired e -> open.remove(e.hold().value());
            case Event _ -> {}
        }
    }

    /** By itself, whatever is recorded of it later. */
    private void lapse(Instant at) {
        for (var first = held.peek(); first != null && !at.isBefore(first.expires); first = held.peek()) {
            open.remove(first.hold);
            held.remove();
        }
    }

    private void compare(RecordedEvent recorded, boolean isStranger, Findings findings) {
        if (sold + open.size() > stock) {
            findings.add(
                    FindingKind.DROP_OVERSOLD,
                    recorded.position(),
                    "%d sold and %d held of a stock of %d".formatted(sold, open.size(), stock));
        } else if (isStranger) {
            findings.add(FindingKind.UNITS_DIFFER, recorded.position(), "a unit was captured that was not held");
        } else if (!isToldBy(recorded.at())) {
            findings.add(FindingKind.UNITS_DIFFER, recorded.position(), "the drop's units are not what its holds say");
        }
    }

    private boolean isToldBy(Instant at) {
        try {
            return drop instanceof Drop.Announced announced
                    && announced.at(at).units().equals(new Units(stock, sold, open.size(), stock - sold - open.size()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
