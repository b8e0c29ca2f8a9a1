package io.microwallet.api.signature;

import io.microwallet.core.client.ClientKey;
import java.time.Instant;
import java.util.Optional;

/** What became of a call's signature. */
public sealed interface Verification {

    /** The holder of this key sent this call, at {@code created} by their own clock. */
    record Verified(ClientKey.Active key, String keyId, String nonce, Instant created, String base)
            implements Verification {}

    /**
     * The call is not to be believed.
     *
     * @param detail one sentence that says what to change, without a secret in it
     * @param key the key that the call names: its ledger decides whether {@code base} may be shown; unborn where none was found
     * @param base the signature base as computed here, once there is one
     * @param clocks on a refusal for time
     */
    record Rejected(
            SignatureRejection reason, String detail, ClientKey key, Optional<String> base, Optional<Clocks> clocks)
            implements Verification {}

    /**
     * @param secondsBehind how far the caller's {@code created} is behind the server's time; negative when ahead
     */
    record Clocks(Instant serverTime, long secondsBehind) {}
}
