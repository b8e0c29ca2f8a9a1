package io.microwallet.eventstore.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A collection as a JSON array of at most {@link #ELEMENTS_MAX}. */
record ArrayCodec<C>(ValueCodec<Object> element, Function<C, List<Object>> listed, Function<List<Object>, C> collected)
        implements ValueCodec<C> {
    private static final int ELEMENTS_MAX = 200_000;

    @Override
    public void write(JsonBuffer out, C value) {
        out.raw('[');
        var first = true;
        for (var each : listed.apply(value)) {
            if (!first) {
                out.raw(',');
            }
            element.write(out, each);
            first = false;
        }
        out.raw(']');
    }

    @Override
    public C read(JsonCursor in) {
        in.expect('[');
        var elements = new ArrayList<>();
        if (!in.skip(']')) {
            do {
                elements.add(element.read(in));
                if (elements.size() > ELEMENTS_MAX) {
                    throw new IllegalArgumentException("more than " + ELEMENTS_MAX + " elements");
                }
            } while (in.skip(','));
            in.expect(']');
        }
        return collected.apply(elements);
    }
}
