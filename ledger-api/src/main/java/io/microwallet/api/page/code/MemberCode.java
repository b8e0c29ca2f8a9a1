package io.microwallet.api.page.code;

import io.microwallet.core.id.Crockford;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;

/** Eight digits of Crockford base32 that stand for one wallet, once, until they expire. */
public record MemberCode(String text, Instant expires) {
    static final int LENGTH = 8;

    static String draw(SecureRandom random) {
        return random.ints(LENGTH, 0, Crockford.DIGITS.length())
                .collect(
                        StringBuilder::new,
                        (text, digit) -> text.append(Crockford.DIGITS.charAt(digit)),
                        StringBuilder::append)
                .toString();
    }

    /** As it was meant by whoever typed it: any case, gaps and dashes, O for 0, I and L for 1. Never throws. */
    static String heard(String typed) {
        return typed.replaceAll("[ -]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** In two halves, as it is easiest read aloud. */
    public String spoken() {
        return text.substring(0, LENGTH / 2) + ' ' + text.substring(LENGTH / 2);
    }
}
