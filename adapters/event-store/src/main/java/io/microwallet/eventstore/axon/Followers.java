package io.microwallet.eventstore.axon;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.common.Registration;

/** Those who want to hear that there is something new. */
public final class Followers {
    private final List<Runnable> callbacks = new CopyOnWriteArrayList<>();

    Registration follow(Runnable callback) {
        callbacks.add(callback);
        return () -> callbacks.remove(callback);
    }

    public void tell() {
        callbacks.forEach(Runnable::run);
    }
}
