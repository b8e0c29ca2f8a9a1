package io.microwallet.core.request;

import io.microwallet.core.client.ClientId;

/** Names one call for ever: the same key from two clients is two calls. */
public record RequestId(ClientId client, IdempotencyKey key) {}
