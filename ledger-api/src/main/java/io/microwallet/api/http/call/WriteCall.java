package io.microwallet.api.http.call;

import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;

/** A signed call that wants an outcome under its idempotency key, before {@code deadline} by the machine's clock. */
public record WriteCall(Caller caller, RequestId id, Fingerprint fingerprint, Instant deadline) {

    /** The same call, as one item of it under a key of its own. */
    public WriteCall item(IdempotencyKey key) {
        return new WriteCall(caller, new RequestId(caller.client(), key), fingerprint, deadline);
    }

    /** The call that a request behind the door of /v1 is. */
    public static WriteCall of(HttpServletRequest request) {
        return (WriteCall) Objects.requireNonNull(request.getAttribute(CallAttributes.WRITE), "not a write of /v1");
    }
}
