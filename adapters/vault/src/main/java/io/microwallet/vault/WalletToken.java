package io.microwallet.vault;

import io.microwallet.core.id.Crockford;
import io.microwallet.vault.crypto.CheckDigit;
import java.util.Arrays;

/** One client's name for one wallet: {@code w1_}, 24 digits of Crockford's base32 for 120 bits, and a check character. */
public record WalletToken(String text) {
    public static final String PREFIX = "w1_";
    static final int BYTES = 15;
    private static final int DIGITS = 24;
    private static final int BITS_A_DIGIT = 5;

    /** @throws IllegalArgumentException for any other text, one wrong digit and two that changed places included */
    public WalletToken {
        if (text.length() != PREFIX.length() + DIGITS + 1 || !text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a wallet token");
        }
        if (Crockford.digit(text.charAt(text.length() - 1)) != CheckDigit.of(digits(text))) {
            throw new IllegalArgumentException("a wallet token with a wrong check character");
        }
    }

    /** @throws IllegalArgumentException unless it is written exactly as we write it, in upper case */
    public static WalletToken parse(String text) {
        return new WalletToken(text);
    }

    /** @param bytes at least 15: the first 120 bits count */
    static WalletToken of(byte[] bytes) {
        var digits = new int[DIGITS];
        for (var bit = 0; bit < DIGITS * BITS_A_DIGIT; bit++) {
            var set = (bytes[bit / Byte.SIZE] >> (7 - bit % Byte.SIZE)) & 1;
            digits[bit / BITS_A_DIGIT] = digits[bit / BITS_A_DIGIT] << 1 | set;
        }
        var text = new StringBuilder(PREFIX);
        Arrays.stream(digits).mapToObj(Crockford.DIGITS::charAt).forEach(text::append);
        return new WalletToken(
                text.append(Crockford.DIGITS.charAt(CheckDigit.of(digits))).toString());
    }

    /** The 120 bits, as stored. */
    byte[] bytes() {
        var digits = digits(text);
        var bytes = new byte[BYTES];
        for (var bit = 0; bit < DIGITS * BITS_A_DIGIT; bit++) {
            var set = digits[bit / BITS_A_DIGIT] >> (BITS_A_DIGIT - 1 - bit % BITS_A_DIGIT) & 1;
            bytes[bit / Byte.SIZE] |= (byte) (set << (7 - bit % Byte.SIZE));
        }
        return bytes;
    }

    private static int[] digits(String text) {
        return text.substring(PREFIX.length(), PREFIX.length() + DIGITS)
                .chars()
                .map(c -> Crockford.digit((char) c))
                .toArray();
    }

    @Override
    public String toString() {
        return text;
    }
}
