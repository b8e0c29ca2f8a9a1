package io.microwallet.vault;

import io.microwallet.core.ledger.LedgerId;
import io.microwallet.vault.crypto.DerivedKeys;
import io.microwallet.vault.crypto.DerivedKeys.Purpose;
import io.microwallet.vault.crypto.Hmac;
import java.util.UUID;

/** Finds a text without knowing it: HMAC-SHA256 under a key of the ledger, so that no text can be matched between ledgers. */
public final class BlindIndex {
    private final DerivedKeys keys;

    BlindIndex(DerivedKeys keys) {
        this.keys = keys;
    }

    /** @return the first 128 bits, the same for the same text of the same ledger for ever */
    public UUID of(LedgerId ledger, String text) {
        return Hmac.uuid(Hmac.of(keys.key(Purpose.BLIND_INDEX, Hmac.bytes(ledger.value())), Hmac.bytes(text)));
    }
}
