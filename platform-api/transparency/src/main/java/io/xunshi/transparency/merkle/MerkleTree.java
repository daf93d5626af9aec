package io.xunshi.transparency.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree by RFC 6962 that only grows. Keeps every complete subtree's hash (two hashes a leaf, 64 bytes), so a root or a
 * proof costs as many steps as the tree is high. Not thread-safe.
 */
public final class MerkleTree {
    /** levels.get(l).get(i) is the hash over leaves i·2^l to (i+1)·2^l. */
    private final List<HashRow> levels = new ArrayList<>();

    public long size() {
        return levels.isEmpty() ? 0 : levels.getFirst().size();
    }

    public void append(Hash leaf) {
        var hash = leaf;
        for (int level = 0; ; level++) {
            if (levels.size() == level) {
                levels.add(new HashRow());
            }
            var row = levels.get(level);
            row.add(hash);
            if (row.size() % 2 == 1) {
                return;
            }
            hash = Hash.ofNode(row.get(row.size() - 2), hash);
        }
    }

    public Hash root() {
        return rootAt(size());
    }

    /** The root that the tree had when it had so many leaves. */
    public Hash rootAt(long size) {
        checkSize(size);
        return size == 0 ? Hash.EMPTY_TREE : rangeHash(0, size);
    }

    /** The hash of one complete subtree of a tile. */
    public Hash at(int level, long index) {
        return levels.get(level).get(index);
    }

    /**
     * Why a leaf is in the tree of a size (RFC 6962 §2.1.1): from the leaf's sibling up to the root's child.
     *
     * @throws IllegalArgumentException where the leaf is not in a tree of that size
     */
    public List<Hash> inclusionProof(long index, long size) {
        checkSize(size);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("Leaf %d is not in a tree of %d".formatted(index, size));
        }
        var proof = new ArrayList<Hash>();
        path(index, 0, size, proof);
        return List.copyOf(proof);
    }

    private void path(long index, long from, long to, List<Hash> proof) {
        if (to - from == 1) {
            return;
        }
        var split = from + largestPowerBelow(to - from);
        if (index < split) {
            path(index, from, split, proof);
            proof.add(rangeHash(split, to));
        } else {
            path(index, split, to, proof);
            proof.add(rangeHash(from, split));
        }
    }

    /**
     * Why the tree of the old size is the beginning of that of the new one (RFC 6962 §2.1.2). Empty where one of them
     * needs no proof: the old tree is empty, or the new one is no larger.
     *
     * @throws IllegalArgumentException where the old size is larger, or the tree was never so large
     */
    public List<Hash> consistencyProof(long oldSize, long size) {
        checkSize(size);
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("A tree of %d does not begin one of %d".formatted(oldSize, size));
        }
        var proof = new ArrayList<Hash>();
        if (oldSize > 0) {
            subproof(oldSize, 0, size, true, proof);
        }
        return List.copyOf(proof);
    }

    /** @param isKnown whether who checks has the hash of what the old tree has of this range */
    private void subproof(long oldEnd, long from, long to, boolean isKnown, List<Hash> proof) {
        if (oldEnd == to) {
            if (!isKnown) {
                proof.add(rangeHash(from, to));
            }
            return;
        }
        var split = from + largestPowerBelow(to - from);
        if (oldEnd <= split) {
            subproof(oldEnd, from, split, isKnown, proof);
            proof.add(rangeHash(split, to));
        } else {
            subproof(oldEnd, split, to, false, proof);
            proof.add(rangeHash(from, split));
        }
    }

    private Hash rangeHash(long from, long to) {
        var length = to - from;
        if (Long.bitCount(length) == 1) {
            var level = Long.numberOfTrailingZeros(length);
            return at(level, from >> level);
        }
        var split = from + largestPowerBelow(length);
        return Hash.ofNode(rangeHash(from, split), rangeHash(split, to));
    }

    private void checkSize(long size) {
        if (size < 0 || size > size()) {
            throw new IllegalArgumentException("The tree has %d leaves, not %d".formatted(size(), size));
        }
    }

    /** The largest power of two that is smaller than the number. */
    static long largestPowerBelow(long number) {
        return Long.highestOneBit(number - 1);
    }
}
