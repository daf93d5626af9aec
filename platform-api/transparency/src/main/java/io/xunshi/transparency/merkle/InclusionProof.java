package io.xunshi.transparency.merkle;

import java.util.List;

/** Checks that a leaf is under a root (RFC 9162 §2.1.3.2, which says it for the same tree as RFC 6962). */
public final class InclusionProof {
    private InclusionProof() {}

    /** Whether the path leads from the leaf to the root. False for anything malformed; never throws. */
    public static boolean verifies(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var position = index;
        var last = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if (position % 2 == 1 || position == last) {
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
        return last == 0 && hash.equals(root);
    }
}
