package io.microwallet.core.id;

import java.util.Arrays;
import java.util.UUID;

/** Crockford's base32 (no I, L, O, U) of 128 bits: 26 digits, the first of them at most 7. */
public final class Crockford {
    public static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int BITS_A_DIGIT = 5;
    private static final byte[] VALUES = values();

    private Crockford() {}

    public static String encode(UUID value) {
        var digits = new char[LENGTH];
        var high = value.getMostSignificantBits();
        var low = value.getLeastSignificantBits();
        for (var i = LENGTH - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (low & 31));
            low = (low >>> BITS_A_DIGIT) | (high << (Long.SIZE - BITS_A_DIGIT));
            high >>>= BITS_A_DIGIT;
        }
        return new String(digits);
    }

    /** The value of 26 digits. @throws IllegalArgumentException for any other text, lower case, or a value of 2^128 or more */
    public static UUID decode(String text) {
        if (text.length() != LENGTH || digit(text.charAt(0)) > 7) {
            throw new IllegalArgumentException("not 26 digits of Crockford base32");
        }
        long high = 0;
        long low = 0;
        for (var i = 0; i < LENGTH; i++) {
            high = (high << BITS_A_DIGIT) | (low >>> (Long.SIZE - BITS_A_DIGIT));
            low = (low << BITS_A_DIGIT) | digit(text.charAt(i));
        }
        return new UUID(high, low);
    }

    /** Decodes {@code prefix_digits}. */
    public static UUID decode(String prefix, String text) {
        if (!text.startsWith(prefix + '_')) {
            throw new IllegalArgumentException("does not begin with " + prefix + "_");
        }
        return decode(text.substring(prefix.length() + 1));
    }

    /** The value of one digit, 0 to 31. */
    public static int digit(char c) {
        var value = c < VALUES.length ? VALUES[c] : -1;
        if (value < 0) {
            throw new IllegalArgumentException("not a digit of Crockford base32");
        }
        return value;
    }

    private static byte[] values() {
        var values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (var i = 0; i < DIGITS.length(); i++) {
            values[DIGITS.charAt(i)] = (byte) i;
        }
        return values;
    }
}
