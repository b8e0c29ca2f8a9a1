package io.microwallet.eventstore.codec;

import io.microwallet.core.id.Crockford;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Growing bytes of canonical JSON: no white space, and no text that would need an escape. */
public final class JsonBuffer {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CROCKFORD = Crockford.DIGITS.getBytes(StandardCharsets.US_ASCII);
    private static final int CROCKFORD_LENGTH = 26;
    private static final int DIGITS_MAX = 20;
    private static final byte[] TENS = new byte[100];
    private static final byte[] ONES = new byte[100];

    static {
        for (var i = 0; i < 100; i++) {
            TENS[i] = (byte) ('0' + i / 10);
            ONES[i] = (byte) ('0' + i % 10);
        }
    }

    private final Mentioned mentioned = new Mentioned();
    private byte[] bytes;
    private int length;

    public JsonBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** What the event that is being written has named so far. */
    Mentioned mentioned() {
        return mentioned;
    }

    public byte[] array() {
        return bytes;
    }

    public int length() {
        return length;
    }

    public void truncate(int length) {
        this.length = length;
    }

    public void raw(byte[] source) {
        raw(source, 0, source.length);
    }

    public void raw(byte[] source, int from, int count) {
        room(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    public void raw(char c) {
        room(1);
        bytes[length++] = (byte) c;
    }

    /** A JSON string. @throws IllegalArgumentException for anything but printable ASCII without quote and backslash */
    @SuppressWarnings(
            "deprecation") // the quick copy drops what lies beyond Latin-1; the check before it lets none of that
    // through
    public void text(String text) {
        if (!isPlain(text)) {
            throw new IllegalArgumentException("an event holds plain ASCII only");
        }
        var size = text.length();
        room(size + 2);
        bytes[length] = '"';
        text.getBytes(0, size, bytes, length + 1);
        bytes[length + 1 + size] = '"';
        length += size + 2;
    }

    /** Without a branch a character: the sign of any term that is below zero stays. */
    private static boolean isPlain(String text) {
        var signs = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            signs |= c - ' ' | '~' - c | (c ^ '"') - 1 | (c ^ '\\') - 1;
        }
        return signs >= 0;
    }

    /** @throws IllegalArgumentException for {@link Long#MIN_VALUE} */
    public void number(long value) {
        room(DIGITS_MAX);
        if (value < 0) {
            if (value == Long.MIN_VALUE) {
                throw new IllegalArgumentException("no number of an event is that low");
            }
            bytes[length++] = '-';
            value = -value;
        }
        length += digits(value);
        var i = length;
        while (value >= 100) {
            var rest = value / 100;
            i = pair((int) (value - rest * 100), i);
            value = rest;
        }
        if (value >= 10) {
            pair((int) value, i);
        } else {
            bytes[i - 1] = (byte) ('0' + value);
        }
    }

    /** Two digits at once, from the right: half of the divisions. */
    private int pair(int value, int end) {
        bytes[end - 2] = TENS[value];
        bytes[end - 1] = ONES[value];
        return end - 2;
    }

    private static int digits(long value) {
        var digits = 1;
        for (var bound = 10L; digits < DIGITS_MAX - 1 && value >= bound; bound *= 10) {
            digits++;
        }
        return digits;
    }

    /** {@code "prefix_digits"}; the prefix comes with its quote and underscore. */
    void identifier(byte[] prefix, UUID value) {
        room(prefix.length + CROCKFORD_LENGTH + 1);
        System.arraycopy(prefix, 0, bytes, length, prefix.length);
        length += prefix.length;
        var high = value.getMostSignificantBits();
        var low = value.getLeastSignificantBits();
        // 128 bits are 8 and twice 60: no digit waits for the one beside it.
        digits(high >>> 56, 2);
        digits(high << 4 | low >>> 60, 12);
        digits(low, 12);
        bytes[length++] = '"';
    }

    /** The lowest bits as so many digits of Crockford's base32. */
    private void digits(long bits, int count) {
        for (var i = 0; i < count; i++) {
            bytes[length + i] = CROCKFORD[(int) (bits >>> 5 * (count - 1 - i)) & 31];
        }
        length += count;
    }

    /** 32 lower-case hex digits in quotes. */
    public void hex(long high, long low) {
        room(34);
        bytes[length++] = '"';
        hex(high);
        hex(low);
        bytes[length++] = '"';
    }

    private void hex(long value) {
        for (var i = 0; i < 16; i++) {
            bytes[length + i] = HEX[(int) (value >>> 60 - 4 * i) & 15];
        }
        length += 16;
    }

    private void room(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
