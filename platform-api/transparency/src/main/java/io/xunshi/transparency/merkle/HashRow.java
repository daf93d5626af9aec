package io.xunshi.transparency.merkle;

import java.util.ArrayList;
import java.util.List;

/** A level of a tree: its hashes one after the other, 32 bytes each, where objects of their own would take 68. */
final class HashRow {
    private static final int OF_A_BLOCK = 256;

    private final List<byte[]> blocks = new ArrayList<>();
    private long size;

    void add(Hash hash) {
        if (size % OF_A_BLOCK == 0) {
            blocks.add(new byte[OF_A_BLOCK * Hash.SIZE]);
        }
        hash.copyTo(blocks.getLast(), offset(size));
        size++;
    }

    /** @throws IndexOutOfBoundsException where there are not so many */
    Hash get(long index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("The level has %d hashes, and none at %d".formatted(size, index));
        }
        return Hash.copyOf(blocks.get((int) (index / OF_A_BLOCK)), offset(index));
    }

    long size() {
        return size;
    }

    private static int offset(long index) {
        return (int) (index % OF_A_BLOCK) * Hash.SIZE;
    }
}
