package io.microwallet.core.audit.model;

import io.microwallet.core.decision.Command;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as the model tells it: its name, and all of its fields that the command does not name itself. A field that is left out
 * must be the command's own of the same name.
 */
public final class Told {
    private final String event;
    private final Map<String, Object> fields = new HashMap<>();
    private @Nullable Command asked;

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

    /** The item of a batch that it answers. */
    void answers(Command item) {
        asked = item;
    }

    /** What it answers; null where that is the command itself. */
    public @Nullable Command asked() {
        return asked;
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
