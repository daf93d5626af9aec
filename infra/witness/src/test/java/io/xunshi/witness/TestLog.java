package io.xunshi.witness;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.merkle.MerkleTree;
import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.note.Note;
import io.xunshi.transparency.note.NoteSigner;
import io.xunshi.transparency.note.SignatureType;
import io.xunshi.transparency.witness.AddCheckpoint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.LongStream;

/** A log whose owner may show different people different things. */
record TestLog(String origin, MerkleTree tree) {
    static final String ORIGIN = "xunshi.example/log";
    private static final int SIZE = 64;
    private static final int FORK = 8;

    /** @param story logs of different stories agree in their first eight entries */
    static TestLog telling(String story) {
        var tree = new MerkleTree();
        LongStream.range(0, SIZE)
                .mapToObj(i -> (i < FORK ? "common" : story) + i)
                .forEach(entry -> tree.append(Hash.ofLeaf(entry.getBytes(StandardCharsets.UTF_8))));
        return new TestLog(ORIGIN, tree);
    }

    NoteSigner signer() {
        return NoteSigner.of(origin, SignatureType.ED25519, new byte[32]);
    }

    Note checkpoint(long size) {
        return new Checkpoint(origin, size, tree.rootAt(size)).signedBy(Instant.EPOCH, signer());
    }

    AddCheckpoint growth(long oldSize, long size) {
        return new AddCheckpoint(oldSize, tree.consistencyProof(oldSize, size), checkpoint(size));
    }
}
