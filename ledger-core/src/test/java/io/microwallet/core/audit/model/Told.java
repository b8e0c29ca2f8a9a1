package io.microwallet.core.audit.model;

import java.util.HashMap;
import java.util.Map;

/**
 * One event as the model tells it: its name, and all of its fields that the command does not name itself. A field that is left out
 * must be the command's own of the same name.
 */
public final class Told {
    private final String event;
    private final Map<String, Object> fields = new HashMap<>();

    private Told(String event) {
        this.event = event;
    }

    static Told of(String event) {
        return new Told(event);
    }

    Told with(String field, Object value) {
        fields.put(field, value == null ? "none" : value);
        return this;
    }

    public String event() {
        return event;
    }

    public Map<String, Object> fields() {
        return fields;
    }

    @Override
    public String toString() {
        return event + fields;
    }
}
