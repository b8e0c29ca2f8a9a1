package io.microwallet.vault;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.RequestId;
import io.microwallet.vault.crypto.DerivedKeys;
import io.microwallet.vault.crypto.DerivedKeys.Purpose;
import io.microwallet.vault.crypto.Hmac;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the store keeps of the key that a client sent: a UUID as it is, of any other text an HMAC. */
public final class IdempotencyKeys {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** Version 15 of the variant that RFC 9562 keeps for the future. */
    private static final long ITEM_VERSION = 0xF000L;

    private static final long ITEM_VARIANT = 0xE000_0000_0000_0000L;

    private final DerivedKeys keys;

    IdempotencyKeys(DerivedKeys keys) {
        this.keys = keys;
    }

    /**
     * The key of one item of a batch, which no client can send: it lies among UUIDs of no version that there is, and a UUID that
     * is sent from there is taken as any other text.
     *
     * @param index counted from 0
     */
    public IdempotencyKey ofItem(RequestId batch, int index) {
        var hmac = Hmac.uuid(Hmac.of(
                keys.key(Purpose.BATCH_ITEM),
                Hmac.bytes(batch.client().value()),
                Hmac.bytes(batch.key().value()),
                Hmac.bytes(index)));
        return new IdempotencyKey(
                new UUID(hmac.getMostSignificantBits() | ITEM_VERSION, hmac.getLeastSignificantBits() | ITEM_VARIANT));
    }

    private static boolean isOfAnItem(UUID key) {
        return (key.getMostSignificantBits() & ITEM_VERSION) == ITEM_VERSION
                && (key.getLeastSignificantBits() & ITEM_VARIANT) == ITEM_VARIANT;
    }

    /** A UUID means the same in upper and in lower case; the same other text from two clients gives two keys. */
    public IdempotencyKey of(ClientId client, String text) {
        if (UUID_TEXT.matcher(text).matches()) {
            var uuid = UUID.fromString(text);
            if (!isOfAnItem(uuid)) {
                return new IdempotencyKey(uuid);
            }
        }
        var key = keys.key(Purpose.IDEMPOTENCY_KEY);
        return new IdempotencyKey(Hmac.uuid(Hmac.of(key, Hmac.bytes(client.value()), Hmac.bytes(text))));
    }
}
