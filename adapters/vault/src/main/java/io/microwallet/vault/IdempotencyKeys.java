package io.microwallet.vault;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.vault.crypto.DerivedKeys;
import io.microwallet.vault.crypto.DerivedKeys.Purpose;
import io.microwallet.vault.crypto.Hmac;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the store keeps of the key that a client sent: a UUID as it is, of any other text an HMAC. */
public final class IdempotencyKeys {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final DerivedKeys keys;

    IdempotencyKeys(DerivedKeys keys) {
        this.keys = keys;
    }

    /** A UUID means the same in upper and in lower case; the same other text from two clients gives two keys. */
    public IdempotencyKey of(ClientId client, String text) {
        if (UUID_TEXT.matcher(text).matches()) {
            return new IdempotencyKey(UUID.fromString(text));
        }
        var key = keys.key(Purpose.IDEMPOTENCY_KEY);
        return new IdempotencyKey(Hmac.uuid(Hmac.of(key, Hmac.bytes(client.value()), Hmac.bytes(text))));
    }
}
