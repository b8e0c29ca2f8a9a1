package io.microwallet.vault;

import io.microwallet.core.request.RequestId;
import io.microwallet.vault.crypto.DerivedKeys;
import io.microwallet.vault.crypto.DerivedKeys.Purpose;
import io.microwallet.vault.crypto.Hmac;
import java.util.UUID;

/** The ids of what a call makes: the same call makes the same ids, so a retry of one that left nothing reuses its data keys. */
public final class DerivedIds {
    private final DerivedKeys keys;

    DerivedIds(DerivedKeys keys) {
        this.keys = keys;
    }

    /** @param kind what the id is for: a call that makes two things names two kinds */
    public UUID of(RequestId request, String kind) {
        return Hmac.uuid(Hmac.of(
                keys.key(Purpose.DERIVED_ID),
                Hmac.bytes(request.client().value()),
                Hmac.bytes(request.key().value()),
                Hmac.bytes(kind)));
    }
}
