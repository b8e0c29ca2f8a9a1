package io.microwallet.api.bench.load;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A command, who sends it, and what it is called in the log.
 *
 * @param then what its success leads to
 */
public record Order(LedgerId ledger, ClientId client, Operation operation, Command command, Runnable then) {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Runnable NOTHING = () -> {};

    public Order(LedgerId ledger, ClientId client, Operation operation, Command command) {
        this(ledger, client, operation, command, NOTHING);
    }

    /** Under a random key and fingerprint that no other has. */
    Request request() {
        var random = ThreadLocalRandom.current();
        return new Request(
                new RequestId(client, new IdempotencyKey(new UUID(random.nextLong(), random.nextLong()))),
                new Fingerprint(random.nextLong(), random.nextLong()),
                ledger,
                operation,
                1,
                1,
                Instant.now().plus(DEADLINE));
    }
}
