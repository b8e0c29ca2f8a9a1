package io.microwallet.api.http.call;

import io.microwallet.api.http.json.JsonNames;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.ledger.Mode;
import java.util.Optional;

/** The texts of key ids, which say where a key belongs: {@code sandbox_k_…}, {@code live_k_…}, {@code operator_k_…}. */
public final class KeyNames {
    private static final String OPERATOR = "operator";

    private KeyNames() {}

    /** @param mode of the key's ledger; empty for the operator's key */
    public static String text(Optional<Mode> mode, KeyId key) {
        return owner(mode) + '_' + key.text();
    }

    public static String text(Mode mode, KeyId key) {
        return text(Optional.of(mode), key);
    }

    /** The id in a keyid; empty where the text is none, whatever its first word. */
    public static Optional<KeyId> parse(String text) {
        var underscore = text.indexOf('_');
        try {
            return underscore < 0 ? Optional.empty() : Optional.of(KeyId.parse(text.substring(underscore + 1)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String owner(Optional<Mode> mode) {
        return mode.map(JsonNames::of).orElse(OPERATOR);
    }
}
