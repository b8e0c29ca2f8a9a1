package io.microwallet.core.given;

import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Command;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.Event;
import io.microwallet.core.request.Refusal;
import java.time.Instant;
import java.util.List;

/** One row of a table: given events, when a command, then a decision. */
public record Row(String name, List<Event> given, Command when, Decision then) {
    public static final Instant NOW = Instant.parse("2026-11-20T18:00:00.123456Z");

    /** When everything that is given happened. */
    public static final Instant EARLIER = NOW.minusSeconds(3_600);

    public static Given row(String name) {
        return new Given(name, List.of());
    }

    public Decision decide() {
        var log = new Log();
        given.forEach(event -> log.append(event, EARLIER));
        return log.decide(when, NOW);
    }

    @Override
    public String toString() {
        return name;
    }

    /** What happened before. */
    public record Given(String name, List<Event> events) {
        public Given given(Event... events) {
            return new Given(name, List.of(events));
        }

        public When when(Command command) {
            return new When(this, command);
        }
    }

    /** What is asked. */
    public record When(Given given, Command command) {
        public Row accepted(Event... events) {
            return then(Decision.accepted(events));
        }

        public Row refused(Refusal refusal) {
            return then(Decision.refused(refusal));
        }

        public Row absent(Absence absence) {
            return then(Decision.absent(absence));
        }

        public Row alreadyKnown() {
            return then(new Decision.AlreadyKnown());
        }

        private Row then(Decision decision) {
            return new Row(given.name(), given.events(), command, decision);
        }
    }
}
