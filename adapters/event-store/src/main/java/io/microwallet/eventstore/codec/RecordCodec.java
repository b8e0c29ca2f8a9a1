package io.microwallet.eventstore.codec;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.ledger.LedgerId;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A record as a JSON object of its components, by name and in their order. A nullable one that is null is left out; so is, in the
 * short form, the ledger or client that the event's envelope names.
 */
final class RecordCodec<T> implements ValueCodec<T> {
    private final Field[] fields;
    private final Function<Object, Object> constructor;

    RecordCodec(Class<T> type, Form form) {
        var components = type.getRecordComponents();
        fields = Arrays.stream(components)
                .map(component -> Field.of(component, form))
                .toArray(Field[]::new);
        constructor = Accessors.constructor(type, components);
    }

    @Override
    public void write(JsonBuffer out, T value) {
        var separator = '{';
        for (var field : fields) {
            var component = field.of(value);
            if (component != null && !field.isImplied(component, out.mentioned())) {
                out.raw(separator);
                out.raw(field.key);
                field.codec.write(out, component);
                separator = ',';
            } else if (component == null && !field.optional) {
                throw new IllegalArgumentException(field.name + " is missing");
            }
        }
        if (separator == '{') {
            out.raw('{');
        }
        out.raw('}');
    }

    @Override
    @SuppressWarnings("unchecked")
    public T read(JsonCursor in) {
        in.expect('{');
        var components = new @Nullable Object[fields.length];
        var first = true;
        for (var i = 0; i < fields.length; i++) {
            if (in.skip(first ? fields[i].key : fields[i].keyAfterComma)) {
                components[i] = fields[i].said(in);
                first = false;
            } else {
                components[i] = fields[i].unsaid(in);
            }
        }
        in.expect('}');
        return (T) constructor.apply(components);
    }

    /** What of the envelope a field may repeat. */
    private enum Envelope {
        NOTHING,
        LEDGER,
        CLIENT;

        static Envelope of(Class<?> type) {
            return type == LedgerId.class ? LEDGER : type == ClientId.class ? CLIENT : NOTHING;
        }
    }

    private record Field(
            String name,
            byte[] key,
            byte[] keyAfterComma,
            boolean optional,
            Envelope envelope,
            Function<Object, Object> accessor,
            ValueCodec<Object> codec) {
        @SuppressWarnings("unchecked")
        static Field of(RecordComponent component, Form form) {
            var optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            var key = '"' + component.getName() + "\":";
            return new Field(
                    component.getName(),
                    key.getBytes(StandardCharsets.US_ASCII),
                    (',' + key).getBytes(StandardCharsets.US_ASCII),
                    optional,
                    form == Form.SHORT && !optional ? Envelope.of(component.getType()) : Envelope.NOTHING,
                    Accessors.of(component),
                    (ValueCodec<Object>) new ValueCodecs(form).of(component.getGenericType()));
        }

        @Nullable
        Object of(Object value) {
            return accessor.apply(value);
        }

        @Nullable
        Object implied(Mentioned mentioned) {
            return switch (envelope) {
                case NOTHING -> null;
                case LEDGER -> mentioned.ledger();
                case CLIENT -> mentioned.client();
            };
        }

        boolean isImplied(Object value, Mentioned mentioned) {
            var implied = implied(mentioned);
            return implied != null && value.equals(implied);
        }

        Object said(JsonCursor in) {
            var value = codec.read(in);
            if (isImplied(value, in.mentioned())) {
                throw new IllegalArgumentException(name + " is the envelope's, and said again");
            }
            return value;
        }

        @Nullable
        Object unsaid(JsonCursor in) {
            var implied = implied(in.mentioned());
            if (implied == null && !optional) {
                throw new IllegalArgumentException(name + " is missing, or a stranger stands before it");
            }
            return implied;
        }
    }
}
