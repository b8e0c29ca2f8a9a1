package io.microwallet.vault;

import io.microwallet.vault.crypto.Aead;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;

/**
 * A dry run as the vault sees it: data keys that are created in it are there for its duration and nowhere else, and no token
 * is issued. One place says so for all that runs inside, so that whoever prepares a command need not know.
 */
public final class Rehearsal {
    private static final ScopedValue<Rehearsal> CURRENT = ScopedValue.newInstance();

    private final Map<UUID, SecretKey> keys = new ConcurrentHashMap<>();

    private Rehearsal() {}

    /** Runs what would leave something in the vault, without leaving it there. */
    public static <T, X extends Throwable> T of(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, new Rehearsal()).call(work);
    }

    /** Whether the caller is inside one. */
    public static boolean isOn() {
        return CURRENT.isBound();
    }

    /** A key for a subject, until the rehearsal is over. */
    static void create(UUID subject) {
        CURRENT.get().keys.computeIfAbsent(subject, _ -> Aead.key(Aead.randomKey()));
    }

    /** The key that was made in this rehearsal; empty outside of one. */
    static Optional<SecretKey> key(UUID subject) {
        return isOn() ? Optional.ofNullable(CURRENT.get().keys.get(subject)) : Optional.empty();
    }
}
