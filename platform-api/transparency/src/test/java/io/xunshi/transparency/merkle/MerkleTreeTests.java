package io.xunshi.transparency.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTests {

    @Test
    void hashesAreThoseOfRfc6962() {
        assertThat(Hash.EMPTY_TREE).hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(leaf("")).hasToString("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(leaf("L123456")).hasToString("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    }

    @Test
    void everyLeafOfEveryTreeHasAProofThatNoOtherLeafHas() {
        var tree = new MerkleTree();
        for (int size = 1; size <= 70; size++) {
            tree.append(leaf("entry " + (size - 1)));
            for (int index = 0; index < size; index++) {
                var proof = tree.inclusionProof(index, size);
                assertThat(InclusionProof.verifies(leaf("entry " + index), index, size, proof, tree.root()))
                        .isTrue();
                assertThat(InclusionProof.verifies(leaf("forged"), index, size, proof, tree.root()))
                        .isFalse();
                assertThat(InclusionProof.verifies(leaf("entry " + index), index + 1, size, proof, tree.root()))
                        .isFalse();
            }
        }
    }

    @Test
    void aProofThatWasTamperedWithProvesNothing() {
        var tree = treeOf(100);
        var proof = new ArrayList<>(tree.inclusionProof(42, 100));
        for (int i = 0; i < proof.size(); i++) {
            var tampered = new ArrayList<>(proof);
            tampered.set(i, leaf("another"));
            assertThat(InclusionProof.verifies(leaf("entry 42"), 42, 100, tampered, tree.root()))
                    .isFalse();
        }
        proof.removeLast();
        assertThat(InclusionProof.verifies(leaf("entry 42"), 42, 100, proof, tree.root()))
                .isFalse();
    }

    @Test
    void anEarlierRootCanBeComputedLater() {
        var early = treeOf(33);

        assertThat(treeOf(100).rootAt(33)).isEqualTo(early.root());
    }

    @Test
    void theEdgeForetellsTheRootThatTheTreeWillHave() {
        for (int size = 0; size < 40; size++) {
            var frontier = Frontier.of(treeOf(size));
            assertThat(frontier.root()).isEqualTo(treeOf(size).root());
            for (int later = size; later < 40; later++) {
                frontier.append(leaf("entry " + later));
                assertThat(frontier.root()).isEqualTo(treeOf(later + 1).root());
            }
        }
    }

    @Test
    void aLeafBeyondTheTreeHasNoProof() {
        assertThatThrownBy(() -> treeOf(5).inclusionProof(5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> treeOf(5).inclusionProof(0, 6)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 1234067, 256, tile/0/x001/x234/067",
        "0, 273, 112, tile/0/273.p/112",
        "1, 1, 17, tile/1/001.p/17",
    })
    void tilesAreWhereTheSpecificationPutsThem(int level, long index, int width, String path) {
        assertThat(new Tile(level, index, width).path()).isEqualTo(path);
    }

    @Test
    void aTreeOf70000HasTheTilesOfTheSpecification() {
        var tiles = Tile.allOf(70_000);

        assertThat(tiles).filteredOn(tile -> tile.level() == 0 && tile.isFull()).hasSize(273);
        assertThat(tiles).contains(new Tile(0, 273, 112), new Tile(1, 0, 256), new Tile(1, 1, 17), new Tile(2, 0, 1));
        assertThat(tiles).hasSize(277);
    }

    @Test
    void aTreeOf256HasAFullTileAndOneHashAboveIt() {
        assertThat(Tile.allOf(256)).containsExactly(new Tile(0, 0, 256), new Tile(1, 0, 1));
    }

    @Test
    void anEmptyTreeHasNoTiles() {
        assertThat(Tile.allOf(0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 70000", "1, 2", "255, 256", "256, 256", "256, 257", "65535, 65536", "65536, 65537", "65000, 70000"})
    void aGrownTreeHasTheTilesWhoseHashesAreNew(long earlier, long size) {
        var before = Set.copyOf(Tile.allOf(earlier));

        assertThat(Tile.addedSince(earlier, size))
                .containsExactlyElementsOf(Tile.allOf(size).stream()
                        .filter(tile -> !before.contains(tile))
                        .toList());
    }

    private static MerkleTree treeOf(int size) {
        var tree = new MerkleTree();
        for (int i = 0; i < size; i++) {
            tree.append(leaf("entry " + i));
        }
        return tree;
    }

    private static Hash leaf(String entry) {
        return Hash.ofLeaf(entry.getBytes(StandardCharsets.UTF_8));
    }
}
