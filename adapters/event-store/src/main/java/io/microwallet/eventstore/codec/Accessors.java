package io.microwallet.eventstore.codec;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Accessors and constructors as plain functions, made once at start: no reflection an event. Each is a class of its own, as a
 * lambda is, so that the JIT sees through it; a method handle in a field is called at many times the cost.
 */
final class Accessors {
    private static final MethodType PLAIN = MethodType.methodType(Object.class, Object.class);
    private static final MethodType FACTORY = MethodType.methodType(Function.class);

    private Accessors() {}

    static Function<Object, Object> of(RecordComponent component) {
        try {
            return lambda(MethodHandles.publicLookup().unreflect(component.getAccessor()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(component + " cannot be stored", e);
        }
    }

    static Function<Object, Object> constructor(Class<?> type, Class<?> argument) {
        try {
            return lambda(
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

    @SuppressWarnings("unchecked")
    private static Function<Object, Object> lambda(MethodHandle handle) {
        try {
            var instantiated = handle.type().wrap();
            return (Function<Object, Object>)
                    LambdaMetafactory.metafactory(MethodHandles.lookup(), "apply", FACTORY, PLAIN, handle, instantiated)
                            .getTarget()
                            .invoke();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(handle + " cannot be called", e);
        }
    }

    /** Read alone needs it: the components come as an array. */
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
