package io.microwallet.eventstore.log;

import java.nio.ByteBuffer;

/** Ties each row to all rows before it: SHA-256(previous chain ‖ partition ‖ position ‖ events ‖ recorded_at ‖ root), big-endian. */
public final class Chain {
    private static final int BYTES = 2 * MerkleTree.HASH_BYTES + Short.BYTES + Long.BYTES + Integer.BYTES + Long.BYTES;

    private Chain() {}

    /** {@code previous} is the genesis before the first row; {@code recordedAt} is in microseconds. */
    public static byte[] next(byte[] previous, int partition, long position, int events, long recordedAt, byte[] root) {
        var bytes = ByteBuffer.allocate(BYTES)
                .put(previous)
                .putShort((short) partition)
                .putLong(position)
                .putInt(events)
                .putLong(recordedAt)
                .put(root);
        return MerkleTree.sha256().digest(bytes.array());
    }
}
