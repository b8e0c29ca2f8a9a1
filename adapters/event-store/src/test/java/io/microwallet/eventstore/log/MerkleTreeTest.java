package io.microwallet.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    /** The leaves and roots that RFC 6962's reference implementation is tested with; RFC 9162 kept the hash. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_roots_are_those_of_the_reference_implementation() {
        var tree = new MerkleTree();
        for (var i = 0; i < LEAVES.size(); i++) {
            var leaf = HexFormat.of().parseHex(LEAVES.get(i));
            tree.add(leaf, 0, leaf.length);
            assertThat(HexFormat.of().formatHex(tree.root())).isEqualTo(ROOTS.get(i));
        }
    }

    @Test
    void any_number_of_leaves_hashes_as_the_recursive_definition_says() {
        var tree = new MerkleTree();
        for (var count = 1; count <= 130; count++) {
            tree.add(new byte[] {(byte) count, 7}, 0, 2);
            var leaves = IntStream.rangeClosed(1, count)
                    .mapToObj(i -> new byte[] {(byte) i, 7})
                    .toList();
            assertThat(tree.root()).isEqualTo(recursive(leaves));
        }
    }

    private static byte[] recursive(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return sha256(new byte[] {0}, leaves.getFirst());
        }
        var split = Integer.highestOneBit(leaves.size() - 1);
        return sha256(
                new byte[] {1}, recursive(leaves.subList(0, split)), recursive(leaves.subList(split, leaves.size())));
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts).forEach(digest::update);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
