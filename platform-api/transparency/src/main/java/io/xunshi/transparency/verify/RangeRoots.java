package io.xunshi.transparency.verify;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.merkle.MerkleTree;
import io.xunshi.transparency.merkle.Tile;
import io.xunshi.transparency.merkle.TileBytes;
import io.xunshi.transparency.note.Checkpoint;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The roots of a log's {@linkplain EntryRange ranges}, as leaves of the tree above them: whoever has them knows every
 * hash of level 2 and up, and the root.
 */
public final class RangeRoots {
    private static final int LEVELS_BELOW = 2;

    private final LogSource source;
    private final Checkpoint checkpoint;
    private final MerkleTree tree = new MerkleTree();

    /** @param roots of all ranges of the log at the checkpoint, in order */
    public RangeRoots(LogSource source, Checkpoint checkpoint, List<Hash> roots) {
        this.source = source;
        this.checkpoint = checkpoint;
        roots.forEach(tree::append);
    }

    /**
     * Checks them and the tiles above them against what was signed, and returns how many tiles these are.
     *
     * @throws IOException where a tile cannot be had
     * @throws VerificationFailure where something does not agree
     */
    public int verify() throws IOException, VerificationFailure {
        if (!tree.root().equals(checkpoint.root())) {
            throw new VerificationFailure("The entries do not give the root that was signed");
        }
        var above = Tile.allOf(checkpoint.size()).stream()
                .filter(tile -> tile.level() >= LEVELS_BELOW)
                .toList();
        for (var tile : above) {
            var local = new Tile(tile.level() - LEVELS_BELOW, tile.index(), tile.width());
            if (!Arrays.equals(source.read("log/" + tile.path()), TileBytes.of(local, tree))) {
                throw new VerificationFailure(tile.path() + " is not what the entries give");
            }
        }
        return above.size();
    }

    /**
     * The root that the log had when it had so many entries. Where that is within a range, its entries are read again,
     * and have to give the same root as before.
     *
     * @throws IOException where an entry cannot be had
     * @throws VerificationFailure where entries are others than before
     */
    public Hash rootAt(long size) throws IOException, VerificationFailure {
        var before = new MerkleTree();
        var whole = Math.toIntExact(size / EntryRange.FULL);
        for (int i = 0; i < whole; i++) {
            before.append(tree.at(0, i));
        }
        if (size % EntryRange.FULL != 0) {
            before.append(readAgain(whole).rootAt(size % EntryRange.FULL));
        }
        return before.root();
    }

    private MerkleTree readAgain(int index) throws IOException, VerificationFailure {
        var range = EntryRange.allOf(checkpoint.size()).get(index);
        var read = range.read(source, (at, entry) -> {});
        if (!read.root().equals(tree.at(0, index))) {
            throw new VerificationFailure("Entries were changed while they were read");
        }
        return read;
    }
}
