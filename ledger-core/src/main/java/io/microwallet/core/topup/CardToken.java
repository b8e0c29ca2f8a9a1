package io.microwallet.core.topup;

import io.microwallet.core.id.Alphabet;

/** A processor's token for a card, never the card's number: {@code [A-Za-z0-9_-]{1,64}}, without 13 digits or more in a row. */
public record CardToken(String value) {
    private static final Alphabet ALPHABET = Alphabet.of("AZ", "az", "09", "__", "--");
    private static final int CARD_NUMBER_DIGITS_MIN = 13;

    /** @throws IllegalArgumentException for any other text */
    public CardToken {
        if (!ALPHABET.spells(value, 1, 64) || hasCardNumber(value)) {
            throw new IllegalArgumentException("not a processor's card token");
        }
    }

    private static boolean hasCardNumber(String value) {
        var digits = 0;
        for (var i = 0; i < value.length() && digits < CARD_NUMBER_DIGITS_MIN; i++) {
            var c = value.charAt(i);
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        }
        return digits == CARD_NUMBER_DIGITS_MIN;
    }
}
