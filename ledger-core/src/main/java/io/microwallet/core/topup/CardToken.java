package io.microwallet.core.topup;

/** A processor's token for a card, never the card's number: {@code [A-Za-z0-9_-]{1,64}}, without 13 digits or more in a row. */
public record CardToken(String value) {
    /** @throws IllegalArgumentException for any other text */
    public CardToken {
        if (!value.matches("[A-Za-z0-9_-]{1,64}") || value.matches(".*[0-9]{13,}.*")) {
            throw new IllegalArgumentException("not a processor's card token");
        }
    }
}
