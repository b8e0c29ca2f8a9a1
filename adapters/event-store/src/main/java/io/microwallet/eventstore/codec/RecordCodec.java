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
            if (component != null && component.equals(field.implied(out.mentioned()))) {
                continue;
            }
            if (component != null) {
                out.raw(separator);
                out.raw(field.key);
                field.codec.write(out, component);
                separator = ',';
            } else if (!field.optional) {
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

    private record Field(
            String name,
            byte[] key,
            byte[] keyAfterComma,
            boolean optional,
            Function<Mentioned, @Nullable Object> envelope,
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
                    envelope(component.getType(), optional ? Form.SPELLED_OUT : form),
                    Accessors.of(component),
                    (ValueCodec<Object>) new ValueCodecs(form).of(component.getGenericType()));
        }

        private static Function<Mentioned, @Nullable Object> envelope(Class<?> type, Form form) {
            if (form == Form.SPELLED_OUT) {
                return _ -> null;
            }
            return type == LedgerId.class ? Mentioned::ledger : type == ClientId.class ? Mentioned::client : _ -> null;
        }

        @Nullable
        Object of(Object value) {
            return accessor.apply(value);
        }

        @Nullable
        Object implied(Mentioned mentioned) {
            return envelope.apply(mentioned);
        }

        Object said(JsonCursor in) {
            var value = codec.read(in);
            if (value.equals(implied(in.mentioned()))) {
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
