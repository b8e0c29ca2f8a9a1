package io.microwallet.eventstore.decide;

import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RequestId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The keys whose outcome is on its way: from the call's arrival until its index row is committed. */
public final class Reservations {
    private final ConcurrentHashMap<RequestId, Reservation> reserved = new ConcurrentHashMap<>();

    /** One key, and the outcome that everyone who sends it shares. */
    public record Reservation(RequestId id, Fingerprint fingerprint, CompletableFuture<Outcome> outcome) {
        Reservation(RequestId id, Fingerprint fingerprint) {
            this(id, fingerprint, new CompletableFuture<>());
        }
    }

    /** Null if the key is reserved for the caller now; else whose it is. */
    @Nullable
    Reservation reserve(Reservation mine) {
        return reserved.putIfAbsent(mine.id(), mine);
    }

    /** The call left nothing: the key is free again. */
    void release(Reservation reservation) {
        reserved.remove(reservation.id(), reservation);
    }

    /** The index rows of these are durable: the table answers from here on. */
    public void indexed(List<RequestId> ids) {
        ids.forEach(reserved::remove);
    }

    public int size() {
        return reserved.size();
    }
}
