package io.microwallet.core.audit.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/** Ids that follow from other names: the first half of the SHA-256 of the names, each with its length in front. */
final class Derived {
    private Derived() {}

    static UUID id(String... names) {
        var all = ByteBuffer.allocate(1_000);
        for (var name : names) {
            var bytes = name.getBytes(StandardCharsets.UTF_8);
            all.putInt(bytes.length).put(bytes);
        }
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(all.array(), all.position()));
            return new UUID(ByteBuffer.wrap(sum).getLong(), ByteBuffer.wrap(sum).getLong(Long.BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The name of a credit that a membership gives: its own, a number, and which part it is. */
    static UUID credit(UUID membership, long number, int part) {
        return UUID.nameUUIDFromBytes(ByteBuffer.allocate(3 * Long.BYTES + 1)
                .putLong(membership.getMostSignificantBits())
                .putLong(membership.getLeastSignificantBits())
                .putLong(number)
                .put((byte) part)
                .array());
    }
}
