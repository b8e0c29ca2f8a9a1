package io.microwallet.eventstore.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;

/** Method handles as plain functions, made once at start: no reflection an event. */
final class Accessors {
    private static final MethodType PLAIN = MethodType.methodType(Object.class, Object.class);

    private Accessors() {}

    static Function<Object, Object> of(RecordComponent component) {
        try {
            return called(MethodHandles.publicLookup().unreflect(component.getAccessor()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(component + " cannot be stored", e);
        }
    }

    static Function<Object, Object> constructor(Class<?> type, Class<?> argument) {
        try {
            return called(
                    MethodHandles.publicLookup().findConstructor(type, MethodType.methodType(void.class, argument)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be stored", e);
        }
    }

    /** Takes an array of all components. */
    static Function<Object, Object> constructor(Class<?> type, RecordComponent[] components) {
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return called(MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be stored", e);
        }
    }

    private static Function<Object, Object> called(MethodHandle handle) {
        var plain = handle.asType(PLAIN);
        return value -> {
            try {
                return plain.invokeExact(value);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("records throw nothing checked", e);
            }
        };
    }
}
