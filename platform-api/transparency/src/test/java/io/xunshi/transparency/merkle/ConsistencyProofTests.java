package io.xunshi.transparency.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsistencyProofTests {
    /** The eight entries that Certificate Transparency's implementations are tested with. */
    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final String ROOT_OF_EIGHT = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";

    @ParameterizedTest
    @CsvSource({
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, " + ROOT_OF_EIGHT
    })
    void rootsAreThoseOfCertificateTransparency(long size, String root) {
        assertThat(eight().rootAt(size)).hasToString(root);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, ''",
        "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 "
                + "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                + "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a "
                + "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 "
                + "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                + "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
    })
    void proofsAreThoseOfCertificateTransparency(long old, long size, String proof) {
        var expected = Arrays.stream(proof.split(" "))
                .filter(hash -> !hash.isEmpty())
                .map(hash -> Hash.of(HexFormat.of().parseHex(hash)))
                .toList();

        assertThat(eight().consistencyProof(old, size)).isEqualTo(expected);
    }

    @Test
    void everyTreeBeginsEveryLargerOneAndNoOther() {
        var tree = treeOf(40, "entry");
        var forked = treeOf(40, "other");
        for (int size = 0; size <= 40; size++) {
            for (int old = 0; old <= size; old++) {
                var proof = tree.consistencyProof(old, size);
                var root = tree.rootAt(size);
                assertThat(ConsistencyProof.verifies(old, tree.rootAt(old), size, root, proof))
                        .as("%d to %d", old, size)
                        .isTrue();
                assertThat(old > 0 && ConsistencyProof.verifies(old, forked.rootAt(old), size, root, proof))
                        .as("another past, %d to %d", old, size)
                        .isFalse();
                assertThat(size > 0
                                && old > 0
                                && ConsistencyProof.verifies(old, tree.rootAt(old), size, forked.rootAt(size), proof))
                        .as("another present, %d to %d", old, size)
                        .isFalse();
            }
        }
    }

    /** A bit of any hash flipped, a hash left out, doubled or added: none of it proves anything. */
    @Test
    void aProofThatWasTamperedWithProvesNothing() {
        var tree = treeOf(100, "entry");
        for (int old : new int[] {1, 2, 31, 32, 33, 64, 99}) {
            var proof = tree.consistencyProof(old, 100);
            for (int i = 0; i < proof.size(); i++) {
                var bytes = proof.get(i).bytes();
                bytes[i % Hash.SIZE] ^= (byte) (1 << i % 8);
                var flipped = new ArrayList<>(proof);
                flipped.set(i, Hash.of(bytes));
                var shorter = new ArrayList<>(proof);
                shorter.remove(i);
                var longer = new ArrayList<>(proof);
                longer.add(i, proof.get(i));
                for (var tampered : List.of(flipped, shorter, longer)) {
                    assertThat(ConsistencyProof.verifies(old, tree.rootAt(old), 100, tree.root(), tampered))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void sizesThatCannotBeProveNothing() {
        var tree = treeOf(5, "entry");
        assertThat(ConsistencyProof.verifies(-1, tree.root(), 5, tree.root(), List.of()))
                .isFalse();
        assertThat(ConsistencyProof.verifies(6, tree.root(), 5, tree.root(), List.of()))
                .isFalse();
        assertThat(ConsistencyProof.verifies(0, tree.root(), 5, tree.root(), List.of()))
                .isFalse();
        assertThat(ConsistencyProof.verifies(0, Hash.EMPTY_TREE, 5, tree.root(), List.of(tree.root())))
                .isFalse();
        assertThatThrownBy(() -> tree.consistencyProof(6, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistencyProof(1, 6)).isInstanceOf(IllegalArgumentException.class);
    }

    private static MerkleTree eight() {
        var tree = new MerkleTree();
        ENTRIES.forEach(entry -> tree.append(Hash.ofLeaf(HexFormat.of().parseHex(entry))));
        return tree;
    }

    private static MerkleTree treeOf(int size, String word) {
        var tree = new MerkleTree();
        for (int i = 0; i < size; i++) {
            tree.append(Hash.ofLeaf((word + i).getBytes(StandardCharsets.UTF_8)));
        }
        return tree;
    }
}
