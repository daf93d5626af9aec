package io.xunshi.transparency.verify;

import io.xunshi.transparency.merkle.EntryBundle;
import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.merkle.MerkleTree;
import io.xunshi.transparency.merkle.Tile;
import io.xunshi.transparency.merkle.TileBytes;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The entries under one tile of level 1, which can be read and checked without the rest of the log: its first 65,536,
 * the next 65,536, and so on, and what is left at the end.
 *
 * @param index of the tile
 * @param entries how many they are, at most {@link #FULL}
 */
public record EntryRange(long index, int entries) implements Serializable {
    /** Entries under a full tile of level 1. */
    public static final int FULL = Tile.FULL * Tile.FULL;

    /** Those of a log, in order. */
    public static List<EntryRange> allOf(long size) {
        return LongStream.range(0, Math.ceilDiv(size, FULL))
                .mapToObj(index -> new EntryRange(index, (int) Math.min(FULL, size - index * FULL)))
                .toList();
    }

    /**
     * Reads all entries, and checks the tiles of levels 0 and 1 over them.
     *
     * @param consumer is told each entry, in order, before it is known whether the range is sound
     * @return the tree over them, whose root is to be checked against the other ranges and what was signed
     * @throws IOException where a file cannot be had
     * @throws VerificationFailure where a tile is not what the entries give, or an entry is no record
     */
    public MerkleTree read(LogSource source, EntryConsumer consumer) throws IOException, VerificationFailure {
        var tree = new MerkleTree();
        for (var local : Tile.allOf(entries)) {
            switch (local.level()) {
                case 0 -> {
                    var tile = new Tile(0, index * Tile.FULL + local.index(), local.width());
                    readBundle(source, tile, tree, consumer);
                    check(source, tile, TileBytes.of(local, tree));
                }
                case 1 -> check(source, new Tile(1, index, local.width()), TileBytes.of(local, tree));
                default -> {
                    // It has one hash, which is of the next level's tile over many ranges.
                }
            }
        }
        return tree;
    }

    private static void readBundle(LogSource source, Tile tile, MerkleTree tree, EntryConsumer consumer)
            throws IOException, VerificationFailure {
        try {
            var bundle = EntryBundle.decode(source.read("log/" + tile.entriesPath()));
            if (bundle.size() != tile.width()) {
                throw new VerificationFailure(tile.entriesPath() + " has " + bundle.size() + " entries");
            }
            var at = tile.index() * Tile.FULL;
            for (var entry : bundle) {
                tree.append(Hash.ofLeaf(entry));
                consumer.accept(at++, entry);
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new VerificationFailure(tile.entriesPath() + " holds what is no record: " + e.getMessage());
        }
    }

    private static void check(LogSource source, Tile tile, byte[] expected) throws IOException, VerificationFailure {
        if (!Arrays.equals(source.read("log/" + tile.path()), expected)) {
            throw new VerificationFailure(tile.path() + " is not what the entries give");
        }
    }

    /** What is done with an entry. */
    @FunctionalInterface
    public interface EntryConsumer {

        /**
         * Takes it.
         *
         * @param index where it stands in the log
         * @throws IllegalArgumentException where it is no record
         */
        void accept(long index, byte[] entry);
    }
}
