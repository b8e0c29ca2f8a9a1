package io.microwallet.eventstore.codec;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A record as a JSON object of its components, by name and in their order; a nullable one that is null is left out. */
final class RecordCodec<T> implements ValueCodec<T> {
    private final Field[] fields;
    private final Function<Object, Object> constructor;

    RecordCodec(Class<T> type) {
        var components = type.getRecordComponents();
        fields = Arrays.stream(components).map(Field::of).toArray(Field[]::new);
        constructor = Accessors.constructor(type, components);
    }

    @Override
    public void write(JsonBuffer out, T value) {
        var separator = '{';
        for (var field : fields) {
            var component = field.of(value);
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
                components[i] = fields[i].codec.read(in);
                first = false;
            } else if (!fields[i].optional) {
                throw new IllegalArgumentException(fields[i].name + " is missing, or a stranger stands before it");
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
            Function<Object, Object> accessor,
            ValueCodec<Object> codec) {
        @SuppressWarnings("unchecked")
        static Field of(RecordComponent component) {
            var key = '"' + component.getName() + "\":";
            return new Field(
                    component.getName(),
                    key.getBytes(StandardCharsets.US_ASCII),
                    (',' + key).getBytes(StandardCharsets.US_ASCII),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    Accessors.of(component),
                    (ValueCodec<Object>) ValueCodecs.of(component.getGenericType()));
        }

        @Nullable
        Object of(Object value) {
            return accessor.apply(value);
        }
    }
}
