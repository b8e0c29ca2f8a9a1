package io.microwallet.api.http.page;

import io.microwallet.api.http.problem.ProblemCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * A place in a list: the position behind which the next page begins, bound to the list that it was given for. It tells
 * nothing that the page before did not.
 */
public record Cursor(long position) {
    private static final int LENGTH = Long.BYTES + Integer.BYTES;

    /** The text of it for one list, which is named by its path and its filters. */
    public String text(String list) {
        var bytes = ByteBuffer.allocate(LENGTH).putLong(position).putInt(check(position, list));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** A 400 for what was not given for this list. */
    public static Cursor parse(String text, String list) {
        var bytes = ByteBuffer.wrap(decoded(text));
        if (bytes.remaining() != LENGTH) {
            throw invalid();
        }
        var position = bytes.getLong();
        if (position < 0 || bytes.getInt() != check(position, list)) {
            throw invalid();
        }
        return new Cursor(position);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            throw invalid();
        }
    }

    private static int check(long position, String list) {
        var crc = new CRC32();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(position).flip());
        crc.update(list.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    private static RuntimeException invalid() {
        return ProblemCode.INVALID_CURSOR.exception(
                "Send the cursor of the page before, with the same path and filters.");
    }
}
