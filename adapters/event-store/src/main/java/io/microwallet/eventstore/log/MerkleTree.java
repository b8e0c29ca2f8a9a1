package io.microwallet.eventstore.log;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The Merkle tree hash of RFC 9162, section 2.1.1, over SHA-256, grown leaf by leaf; not thread safe. */
public final class MerkleTree {
    public static final int HASH_BYTES = 32;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final int LEVELS_MAX = 32;

    private final MessageDigest sha256 = sha256();
    /** The roots of the perfect subtrees so far, largest first: one for each bit that is set in the number of leaves. */
    private final byte[][] roots = new byte[LEVELS_MAX][HASH_BYTES];

    private int depth;
    private int leaves;

    public void clear() {
        depth = 0;
        leaves = 0;
    }

    public void add(byte[] bytes, int from, int count) {
        sha256.update(LEAF);
        sha256.update(bytes, from, count);
        digestInto(roots[depth++]);
        for (var rest = leaves++; (rest & 1) == 1; rest >>>= 1) {
            depth--;
            join(roots[depth - 1], roots[depth], roots[depth - 1]);
        }
    }

    /** The hash over all leaves so far. @throws IllegalStateException without a leaf */
    public byte[] root() {
        if (depth == 0) {
            throw new IllegalStateException("a tree without a leaf");
        }
        var root = roots[depth - 1].clone();
        for (var i = depth - 2; i >= 0; i--) {
            join(roots[i], root, root);
        }
        return root;
    }

    private void join(byte[] left, byte[] right, byte[] into) {
        sha256.update(NODE);
        sha256.update(left);
        sha256.update(right);
        digestInto(into);
    }

    private void digestInto(byte[] target) {
        try {
            sha256.digest(target, 0, HASH_BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 has 32 bytes", e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
