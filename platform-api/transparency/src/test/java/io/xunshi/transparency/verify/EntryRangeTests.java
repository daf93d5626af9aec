package io.xunshi.transparency.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.transparency.merkle.EntryBundle;
import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.merkle.MerkleTree;
import io.xunshi.transparency.merkle.Tile;
import io.xunshi.transparency.merkle.TileBytes;
import io.xunshi.transparency.note.Checkpoint;
import java.io.FileNotFoundException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryRangeTests {
    private static final int SIZE = EntryRange.FULL + 300;
    private static final MerkleTree TREE = tree();
    private static final Map<String, byte[]> FILES = files();

    @Test
    void aLogIsCutAtTheTilesOfLevelOne() {
        assertThat(EntryRange.allOf(0)).isEmpty();
        assertThat(EntryRange.allOf(1)).containsExactly(new EntryRange(0, 1));
        assertThat(EntryRange.allOf(EntryRange.FULL)).containsExactly(new EntryRange(0, EntryRange.FULL));
        assertThat(EntryRange.allOf(SIZE)).containsExactly(new EntryRange(0, EntryRange.FULL), new EntryRange(1, 300));
    }

    @Test
    void everyEntryIsReadOnceWithItsIndex() throws Exception {
        var indices = new ArrayList<Long>();
        for (var range : EntryRange.allOf(SIZE)) {
            range.read(source(FILES), (index, entry) -> {
                assertThat(entry).isEqualTo(entry((int) index));
                indices.add(index);
            });
        }

        assertThat(indices)
                .isEqualTo(IntStream.range(0, SIZE).mapToObj(Long::valueOf).toList());
    }

    @Test
    void rangesGiveTheRootOfTheLogAndOfEachEarlierLog() throws Exception {
        var roots = roots(FILES);

        assertThat(roots.verify()).isOne();
        for (var size : List.of(0, 1, 255, 256, 257, 65_535, 65_536, 65_537, SIZE - 1, SIZE)) {
            assertThat(roots.rootAt(size)).isEqualTo(TREE.rootAt(size));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log/tile/entries/000",
                "log/tile/entries/200",
                "log/tile/entries/257.p/44",
                "log/tile/0/255",
                "log/tile/0/257.p/44",
                "log/tile/1/000",
                "log/tile/1/001.p/1",
                "log/tile/2/000.p/1",
            })
    void aFlippedBitIsFound(String path) throws Exception {
        var files = new HashMap<>(FILES);
        var flipped = source(FILES).read(path).clone();
        flipped[flipped.length / 3] ^= 1;
        files.put(path, flipped);

        assertThatThrownBy(() -> roots(files).verify())
                .isInstanceOf(VerificationFailure.class)
                .hasMessageContaining(path.replaceFirst("log/tile/(entries|[0-2])/", ""));
    }

    @Test
    void entriesThatWereChangedMeanwhileAreFound() throws Exception {
        var files = new HashMap<>(FILES);
        var roots = roots(files);
        var hashes = new byte[44 * Hash.SIZE];
        var entries = IntStream.range(0, 44).mapToObj(EntryRangeTests::entry).toList();
        for (int i = 0; i < entries.size(); i++) {
            System.arraycopy(Hash.ofLeaf(entries.get(i)).bytes(), 0, hashes, i * Hash.SIZE, Hash.SIZE);
        }
        files.put("log/tile/entries/257.p/44", EntryBundle.encode(entries));
        files.put("log/tile/0/257.p/44", hashes);

        assertThatThrownBy(() -> roots.rootAt(SIZE - 1))
                .isInstanceOf(VerificationFailure.class)
                .hasMessageContaining("changed while they were read");
    }

    private static RangeRoots roots(Map<String, byte[]> files) throws Exception {
        var roots = new ArrayList<Hash>();
        for (var range : EntryRange.allOf(SIZE)) {
            roots.add(range.read(source(files), (index, entry) -> {}).root());
        }
        return new RangeRoots(source(files), new Checkpoint("xunshi.example/log", SIZE, TREE.root()), roots);
    }

    private static LogSource source(Map<String, byte[]> files) {
        return path -> {
            var file = files.get(path);
            if (file == null) {
                throw new FileNotFoundException(path);
            }
            return file;
        };
    }

    private static MerkleTree tree() {
        var tree = new MerkleTree();
        IntStream.range(0, SIZE).forEach(i -> tree.append(Hash.ofLeaf(entry(i))));
        return tree;
    }

    private static Map<String, byte[]> files() {
        var files = new HashMap<String, byte[]>();
        for (var tile : Tile.allOf(SIZE)) {
            files.put("log/" + tile.path(), TileBytes.of(tile, TREE));
            if (tile.level() == 0) {
                var from = (int) tile.index() * Tile.FULL;
                files.put(
                        "log/" + tile.entriesPath(),
                        EntryBundle.encode(IntStream.range(from, from + tile.width())
                                .mapToObj(EntryRangeTests::entry)
                                .toList()));
            }
        }
        return files;
    }

    private static byte[] entry(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }
}
