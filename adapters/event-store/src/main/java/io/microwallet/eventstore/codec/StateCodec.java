package io.microwallet.eventstore.codec;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.drop.Drop;
import io.microwallet.core.wallet.Wallet;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The stored form of a state, for the kinds whose history has no bound. What it writes may be thrown away at any time, so there
 * is one version only: {@link #FORMAT}.
 */
public final class StateCodec {
    /**
     * Raise it when what the same events leave in the same fields has changed: such snapshots are wrong, and look right. Or when
     * the same value is written in another way.
     */
    private static final int MEANING = 2;

    private static final Map<Tag.Kind, Kept<?>> FORMS =
            Map.of(Tag.Kind.WALLET, new Kept<>(Wallet.Open.class), Tag.Kind.DROP, new Kept<>(Drop.Announced.class));

    /** Changes by itself with every field that is added, taken away, renamed or of another type. */
    public static final int FORMAT = 31 * MEANING + TypeOutline.of(Wallet.Open.class, Drop.Announced.class);

    private StateCodec() {}

    private record Kept<S extends Entity>(Class<S> type, RecordCodec<S> codec) {
        Kept(Class<S> type) {
            this(type, new RecordCodec<>(type, Form.SHORT));
        }

        Optional<byte[]> written(Entity state) {
            if (!type.isInstance(state)) {
                return Optional.empty();
            }
            var out = new JsonBuffer(1 << 10);
            codec.write(out, type.cast(state));
            return Optional.of(Arrays.copyOf(out.array(), out.length()));
        }
    }

    /** Whether states of this kind are ever stored. */
    public static boolean isStored(Tag.Kind kind) {
        return FORMS.containsKey(kind);
    }

    /** The state's bytes; empty for one that is not stored: not born yet, or over. */
    public static Optional<byte[]> write(Tag.Kind kind, Entity state) {
        var form = FORMS.get(kind);
        return form == null ? Optional.empty() : form.written(state);
    }

    /** @throws IllegalArgumentException for what {@link #write} would not have written for that kind */
    public static Entity read(Tag.Kind kind, byte[] bytes) {
        var form = FORMS.get(kind);
        if (form == null) {
            throw new IllegalArgumentException(kind + " is not stored");
        }
        var in = new JsonCursor(bytes, 0, bytes.length);
        var state = form.codec().read(in);
        in.expectEnd();
        return state;
    }
}
