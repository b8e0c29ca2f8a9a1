package io.microwallet.core.request;

import java.util.UUID;

/** A client's key for one call: the UUID that it sent, or 128 bits of an HMAC of what it sent. */
public record IdempotencyKey(UUID value) {}
