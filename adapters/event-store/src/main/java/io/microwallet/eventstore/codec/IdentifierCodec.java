package io.microwallet.eventstore.codec;

import io.microwallet.core.id.Identifier;
import java.util.UUID;
import java.util.function.Function;

/** An id as its text. */
final class IdentifierCodec implements ValueCodec<Identifier> {
    private static final UUID ANY = new UUID(0, 0);

    private final Function<Object, Object> constructor;
    private final byte[] prefix;

    IdentifierCodec(Class<?> type) {
        constructor = Accessors.constructor(type, UUID.class);
        prefix = JsonBuffer.ascii('"' + ((Identifier) constructor.apply(ANY)).prefix() + '_');
    }

    @Override
    public void write(JsonBuffer out, Identifier id) {
        out.identifier(prefix, id.value());
        out.mentioned().add(id);
    }

    @Override
    public Identifier read(JsonCursor in) {
        var id = (Identifier) constructor.apply(in.identifier(prefix));
        in.mentioned().add(id);
        return id;
    }
}
