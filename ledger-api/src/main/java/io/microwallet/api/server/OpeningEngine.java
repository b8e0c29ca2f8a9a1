package io.microwallet.api.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** An engine that is being opened on a thread of its own, while the rest of the service gets ready. */
final class OpeningEngine {
    private final CompletableFuture<Engine> opened;

    private OpeningEngine(CompletableFuture<Engine> opened) {
        this.opened = opened;
    }

    static OpeningEngine begin(Supplier<Engine> open) {
        return new OpeningEngine(CompletableFuture.supplyAsync(
                open, task -> Thread.ofPlatform().name("opening").start(task)));
    }

    /** Waits for it. @throws RuntimeException why it could not be opened */
    Engine engine() {
        try {
            return opened.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    /** Nothing of it is left running when this returns. */
    void abandon() {
        opened.handle((engine, _) -> {
                    if (engine != null) {
                        engine.close();
                    }
                    return true;
                })
                .join();
    }
}
