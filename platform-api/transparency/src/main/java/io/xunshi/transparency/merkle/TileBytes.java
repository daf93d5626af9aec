package io.xunshi.transparency.merkle;

/** The hashes of a tile, one after the other. */
public final class TileBytes {
    private static final int LEVEL_BITS = 8;

    private TileBytes() {}

    public static byte[] of(Tile tile, MerkleTree tree) {
        var bytes = new byte[tile.width() * Hash.SIZE];
        for (int i = 0; i < tile.width(); i++) {
            var hash = tree.at(tile.level() * LEVEL_BITS, tile.index() * Tile.FULL + i);
            System.arraycopy(hash.bytes(), 0, bytes, i * Hash.SIZE, Hash.SIZE);
        }
        return bytes;
    }
}
