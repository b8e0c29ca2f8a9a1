package io.microwallet.eventstore.contract;

import io.microwallet.core.decision.Command;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestId;
import io.microwallet.eventstore.Till;
import java.time.Duration;
import java.time.Instant;

/** One call as a client holds on to it: sent once or many times, it is the same call. */
record Ask(RequestId id, Fingerprint fingerprint, Operation operation, Command command) {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    static Ask of(Till till, Operation operation, Command command) {
        var key = new IdempotencyKey(Till.newKey().value());
        return new Ask(new RequestId(till.client, key), new Fingerprint(1, 2), operation, command);
    }

    /** The same key for something else. */
    Ask forAnother(Command other) {
        return new Ask(id, new Fingerprint(3, 4), operation, other);
    }

    Request request(Till till) {
        return new Request(
                id, fingerprint, till.ledger, operation, 1, 1, Instant.now().plus(DEADLINE));
    }
}
