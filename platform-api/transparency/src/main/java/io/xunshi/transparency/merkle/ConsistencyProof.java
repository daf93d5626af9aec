package io.xunshi.transparency.merkle;

import java.util.List;

/** Checks that a tree is the beginning of a larger one (RFC 9162 §2.1.4.2, for the same tree as RFC 6962 §2.1.2). */
public final class ConsistencyProof {
    private ConsistencyProof() {}

    /**
     * Whether the path shows that the tree of the size continues the old one. The empty tree begins every tree, and
     * every tree itself; both need no path. False for anything malformed; never throws.
     */
    public static boolean verifies(long oldSize, Hash oldRoot, long size, Hash root, List<Hash> path) {
        if (oldSize < 0 || oldSize > size) {
            return false;
        }
        if (oldSize == size) {
            return path.isEmpty() && oldRoot.equals(root);
        }
        if (oldSize == 0) {
            return path.isEmpty() && oldRoot.equals(Hash.EMPTY_TREE);
        }
        return isContinued(oldSize, oldRoot, size, root, path);
    }

    /** Climbs from the old tree's last complete subtree, computing both roots from the same hashes. */
    private static boolean isContinued(long oldSize, Hash oldRoot, long size, Hash root, List<Hash> path) {
        var isComplete = Long.bitCount(oldSize) == 1;
        if (!isComplete && path.isEmpty()) {
            return false;
        }
        var level = Long.numberOfTrailingZeros(oldSize);
        var position = (oldSize - 1) >> level;
        var last = (size - 1) >> level;
        var begin = isComplete ? oldRoot : path.getFirst();
        var oldHash = begin;
        var hash = begin;
        for (var sibling : isComplete ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if (position % 2 == 1 || position == last) {
                oldHash = Hash.ofNode(sibling, oldHash);
                hash = Hash.ofNode(sibling, hash);
                while (position % 2 == 0 && position != 0) {
                    position >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.ofNode(hash, sibling);
            }
            position >>= 1;
            last >>= 1;
        }
        return last == 0 && oldHash.equals(oldRoot) && hash.equals(root);
    }
}
