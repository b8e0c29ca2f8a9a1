package io.microwallet.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ChainTest {
    /** Computed outside of Java, from 32 × 11, 0003, 0000000102030405, 00000102, the µs and 32 × 22: what stands in a log must be found there for ever. */
    private static final String KNOWN = "acf2563faa844d39cd414997915a11ac575d5ec2112cd9b16a5bf0fd802c7dc9";

    @Test
    void a_row_is_tied_to_the_one_before_by_bytes_that_never_change() {
        var previous = filled(0x11);
        var root = filled(0x22);
        var chain = Chain.next(previous, 3, 0x0102030405L, 258, 1_795_459_200_000_123L, root);
        assertThat(HexFormat.of().formatHex(chain)).isEqualTo(KNOWN);
    }

    private static byte[] filled(int value) {
        var bytes = new byte[MerkleTree.HASH_BYTES];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
