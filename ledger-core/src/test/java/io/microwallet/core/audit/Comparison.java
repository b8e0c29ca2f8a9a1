package io.microwallet.core.audit;

import io.microwallet.core.audit.model.Answer;
import io.microwallet.core.audit.model.Told;
import io.microwallet.core.decision.Command;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.Event;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds what the product answers against what the model says it must, field by field. */
final class Comparison {
    private static final Map<Class<?>, RecordComponent[]> FIELDS = new ConcurrentHashMap<>();

    private Comparison() {}

    /** What differs; empty where nothing does. */
    static String difference(Command command, Decision decision, Answer expected) {
        return switch (decision) {
            case Decision.Accepted it
            when expected instanceof Answer.Accepted accepted -> difference(command, it.events(), accepted.told());
            case Decision.Refused it
            when expected.equals(new Answer.Refused(it.refusal().name())) -> "";
            case Decision.Absent it
            when expected.equals(new Answer.Absent(it.absence().name())) -> "";
            case Decision.AlreadyKnown _ when expected instanceof Answer.Known -> "";
            case Decision.Accepted _, Decision.Refused _, Decision.Absent _, Decision.AlreadyKnown _ ->
                "the ledger says " + decision + "\nthe model says  " + expected;
        };
    }

    private static String difference(Command command, List<Event> events, List<Told> told) {
        if (events.size() != told.size()) {
            return "the ledger says " + events + "\nthe model says  " + told;
        }
        var differences = new StringBuilder();
        for (var i = 0; i < events.size(); i++) {
            differences.append(difference(command, events.get(i), told.get(i)));
        }
        return differences.toString();
    }

    private static String difference(Command command, Event event, Told told) {
        if (!event.getClass().getSimpleName().equals(told.event())) {
            return "the ledger says " + event + "\nthe model says  " + told;
        }
        var asked = fields(told.asked() == null ? command : told.asked());
        var differences = new StringBuilder();
        fields(event).forEach((name, value) -> {
            var expected = expected(name, told, asked);
            if (!expected.equals(value)) {
                differences.append("%s.%s%n  the ledger says %s%n  the model says  %s%n"
                        .formatted(told.event(), name, value, expected));
            }
        });
        return differences.toString();
    }

    private static String expected(String name, Told told, Map<String, String> asked) {
        var field = told.fields().get(name);
        return field != null ? Plain.text(field) : asked.getOrDefault(name, "nothing of it");
    }

    private static Map<String, String> fields(Object thing) {
        var fields = new HashMap<String, String>();
        for (var field : FIELDS.computeIfAbsent(thing.getClass(), Class::getRecordComponents)) {
            fields.put(field.getName(), Plain.text(value(field, thing)));
        }
        return fields;
    }

    private static Object value(RecordComponent field, Object thing) {
        try {
            field.getAccessor().setAccessible(true);
            return field.getAccessor().invoke(thing);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field + " of " + thing, e);
        }
    }
}
