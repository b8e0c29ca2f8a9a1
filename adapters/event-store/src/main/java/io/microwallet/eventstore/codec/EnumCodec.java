package io.microwallet.eventstore.codec;

import java.util.Arrays;

/** A constant as its name. */
final class EnumCodec implements ValueCodec<Enum<?>> {
    private final Enum<?>[] constants;
    /** With their quotes. */
    private final byte[][] names;

    EnumCodec(Class<?> type) {
        constants = (Enum<?>[]) type.getEnumConstants();
        names = Arrays.stream(constants)
                .map(constant -> JsonBuffer.ascii('"' + constant.name() + '"'))
                .toArray(byte[][]::new);
    }

    @Override
    public void write(JsonBuffer out, Enum<?> constant) {
        out.raw(names[constant.ordinal()]);
    }

    @Override
    public Enum<?> read(JsonCursor in) {
        for (var constant : constants) {
            if (in.skip(names[constant.ordinal()])) {
                return constant;
            }
        }
        throw new IllegalArgumentException("not one of " + Arrays.toString(constants));
    }
}
