package io.microwallet.eventstore.codec;

import io.microwallet.core.id.Crockford;
import io.microwallet.core.money.Currency;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads canonical JSON, and nothing else: whatever {@link JsonBuffer} would not have written is refused. */
public final class JsonCursor {
    private static final int DIGITS_MAX = 18;
    private static final int CROCKFORD_LENGTH = 26;
    private static final int HEX_LENGTH = 32;

    private final Mentioned mentioned = new Mentioned();
    private final byte[] bytes;
    private final int end;
    private int next;
    private @Nullable Currency currency;
    private byte[] quotedCode = {};

    public JsonCursor(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.next = from;
        this.end = to;
    }

    /** What the event that is being read has named so far. */
    Mentioned mentioned() {
        return mentioned;
    }

    public boolean isNext(byte[] literal) {
        return end - next >= literal.length
                && Arrays.equals(bytes, next, next + literal.length, literal, 0, literal.length);
    }

    public boolean skip(byte[] literal) {
        var found = isNext(literal);
        if (found) {
            next += literal.length;
        }
        return found;
    }

    public boolean skip(char c) {
        var found = next < end && bytes[next] == c;
        if (found) {
            next++;
        }
        return found;
    }

    public void expect(byte[] literal) {
        if (!skip(literal)) {
            throw unexpected();
        }
    }

    public void expect(char c) {
        if (!skip(c)) {
            throw unexpected();
        }
    }

    public String text() {
        expect('"');
        var from = next;
        while (next < end && bytes[next] != '"') {
            if (bytes[next] < ' ' || bytes[next] > '~' || bytes[next] == '\\') {
                throw unexpected();
            }
            next++;
        }
        var text = new String(bytes, from, next - from, StandardCharsets.US_ASCII);
        expect('"');
        return text;
    }

    public long number() {
        var negative = skip('-');
        var from = next;
        long value = 0;
        while (next < end && bytes[next] >= '0' && bytes[next] <= '9') {
            value = value * 10 + bytes[next++] - '0';
        }
        var digits = next - from;
        if (digits == 0 || digits > DIGITS_MAX || (bytes[from] == '0' && (digits > 1 || negative))) {
            throw unexpected();
        }
        return negative ? -value : value;
    }

    /** An identifier's value; the prefix comes with its quote and underscore. */
    UUID identifier(byte[] prefix) {
        expect(prefix);
        if (end - next < CROCKFORD_LENGTH || bytes[next] > '7') {
            throw unexpected();
        }
        // 128 bits are 8 and twice 60: no digit waits for the one beside it.
        var first = digits(2);
        var second = digits(12);
        var third = digits(12);
        expect('"');
        return new UUID(first << 56 | second >>> 4, second << 60 | third);
    }

    private long digits(int count) {
        long bits = 0;
        for (var i = 0; i < count; i++) {
            bits = bits << 5 | Crockford.digit((char) (bytes[next + i] & 0xff));
        }
        next += count;
        return bits;
    }

    /** The code of a currency: most of the time that of the one before. */
    Currency currency() {
        if (currency == null || !skip(quotedCode)) {
            var code = text();
            currency = Currency.of(code);
            quotedCode = JsonBuffer.ascii('"' + code + '"');
        }
        return currency;
    }

    /** 32 lower-case hex digits in quotes, as 128 bits. */
    UUID hex() {
        expect('"');
        if (end - next < HEX_LENGTH) {
            throw unexpected();
        }
        var value = new UUID(sixteen(), sixteen());
        expect('"');
        return value;
    }

    private long sixteen() {
        long value = 0;
        for (var i = 0; i < HEX_LENGTH / 2; i++) {
            var c = bytes[next++];
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                throw unexpected();
            }
            value = value << 4 | (c <= '9' ? c - '0' : c - 'a' + 10);
        }
        return value;
    }

    public void expectEnd() {
        if (next != end) {
            throw unexpected();
        }
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("not the canonical JSON of an event, at byte " + next);
    }
}
