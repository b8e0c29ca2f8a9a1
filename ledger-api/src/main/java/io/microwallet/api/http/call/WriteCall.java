package io.microwallet.api.http.call;

import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.RequestId;
import java.time.Instant;

/** A signed call that wants an outcome under its idempotency key, before {@code deadline} by the machine's clock. */
public record WriteCall(Caller caller, RequestId id, Fingerprint fingerprint, Instant deadline) {}
