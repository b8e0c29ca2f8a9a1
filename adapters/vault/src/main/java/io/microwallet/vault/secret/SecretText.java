package io.microwallet.vault.secret;

import java.util.HexFormat;

/** How a secret is written down: 64 hex digits. */
final class SecretText {
    private SecretText() {}

    static byte[] parse(String text, String place) {
        var digits = text.strip();
        if (!digits.matches("[0-9a-fA-F]{64}")) {
            // The text itself is never shown: it may be a secret with a slip in it.
            throw new SecretsRefusedException("The secret in " + place + " is not 64 hex digits.");
        }
        return HexFormat.of().parseHex(digits);
    }
}
