package io.xunshi.transparency.merkle;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The right edge of a tree: as many hashes as its size has one bits. Enough to say what size and root the tree will
 * have with more leaves, without touching the tree. Not thread-safe.
 */
public final class Frontier {
    /** Roots of complete subtrees, the rightmost and smallest first. */
    private final Deque<Hash> subtrees = new ArrayDeque<>();

    private long size;

    private Frontier(long size) {
        this.size = size;
    }

    /** The edge of a tree as it is now. */
    public static Frontier of(MerkleTree tree) {
        var frontier = new Frontier(tree.size());
        for (int level = Long.SIZE - 2; level >= 0; level--) {
            var subtreeSize = 1L << level;
            if ((tree.size() & subtreeSize) != 0) {
                frontier.subtrees.push(tree.at(level, (tree.size() >> level) - 1));
            }
        }
        return frontier;
    }

    public void append(Hash leaf) {
        var hash = leaf;
        for (long bit = 1; (size & bit) != 0; bit <<= 1) {
            hash = Hash.ofNode(subtrees.pop(), hash);
        }
        subtrees.push(hash);
        size++;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return subtrees.stream()
                .reduce((right, left) -> Hash.ofNode(left, right))
                .orElse(Hash.EMPTY_TREE);
    }
}
