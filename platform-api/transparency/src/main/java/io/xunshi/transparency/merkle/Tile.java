package io.xunshi.transparency.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a tile is and how much of it there is (C2SP tlog-tiles). A full tile of level l holds 256 hashes, each over
 * 256^l leaves.
 *
 * @param level 0 for leaf hashes
 * @param index from the left
 * @param width hashes in it, 1 to 256
 */
public record Tile(int level, long index, int width) {
    /** Hashes in a full tile. */
    public static final int FULL = 256;

    private static final int LEVEL_BITS = 8;

    public Tile {
        if (level < 0 || level > 63 || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException(
                    "No tile is at level %d, index %d, width %d".formatted(level, index, width));
        }
    }

    /** Its path below the log's prefix: <code>tile/0/x001/x234/067.p/3</code>. */
    public String path() {
        return "tile/" + level + "/" + indexPath() + partialPath();
    }

    /** The path of the entries whose hashes a tile of level 0 holds. */
    public String entriesPath() {
        if (level != 0) {
            throw new IllegalStateException("Only level 0 has entries");
        }
        return "tile/entries/" + indexPath() + partialPath();
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** All tiles of a tree of this size, from level 0 up, each level from the left. */
    public static List<Tile> allOf(long size) {
        return addedSince(0, size);
    }

    /** Those of a tree of this size that have hashes which the tree of the earlier size had not, in the same order. */
    public static List<Tile> addedSince(long earlier, long size) {
        var tiles = new ArrayList<Tile>();
        for (int level = 0; size >> (level * LEVEL_BITS) > 0; level++) {
            var hashes = size >> (level * LEVEL_BITS);
            var hashesBefore = earlier >> (level * LEVEL_BITS);
            for (long index = hashesBefore / FULL; hashesBefore < hashes && index * FULL < hashes; index++) {
                tiles.add(new Tile(level, index, (int) Math.min(FULL, hashes - index * FULL)));
            }
        }
        return List.copyOf(tiles);
    }

    private String indexPath() {
        var path = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return path.toString();
    }

    private String partialPath() {
        return isFull() ? "" : ".p/" + width;
    }
}
