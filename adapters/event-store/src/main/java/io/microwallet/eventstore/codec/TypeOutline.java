package io.microwallet.eventstore.codec;

import io.microwallet.core.drop.Stock;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;

/** A checksum over the names and types of all fields of some records, and of theirs: another outline is another form. */
final class TypeOutline {
    private final CRC32 sum = new CRC32();
    private final Set<Type> seen = new HashSet<>();

    private TypeOutline() {}

    static int of(Class<?>... types) {
        var outline = new TypeOutline();
        Arrays.stream(types).forEach(outline::add);
        return (int) outline.sum.getValue();
    }

    private void add(Type type) {
        sum.update(type.getTypeName().getBytes(StandardCharsets.UTF_8));
        if (!seen.add(type)) {
            return;
        }
        switch (type) {
            case ParameterizedType p ->
                Arrays.stream(p.getActualTypeArguments()).forEach(this::add);
            case Class<?> c when c == Stock.class -> add(Stock.Contents.class);
            case Class<?> c when c.isEnum() -> name(Arrays.toString(c.getEnumConstants()));
            case Class<?> c
            when c.isRecord() ->
                Arrays.stream(c.getRecordComponents()).forEach(component -> {
                    name(component.getName());
                    add(component.getGenericType());
                });
            default -> {}
        }
    }

    private void name(String name) {
        sum.update(name.getBytes(StandardCharsets.UTF_8));
    }
}
