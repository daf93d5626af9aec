package io.xunshi.transparency.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.merkle.MerkleTree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlogProofTests {
    private static final NoteSigner LOG = NoteSigner.of("xunshi.example/log", SignatureType.ED25519, new byte[32]);
    private static final int SIZE = 100;
    private static final int INDEX = 42;

    @Test
    void aProofReadsBackAndProvesItsEntryOnly() {
        var proof = TlogProof.read(proof().bytes());

        assertThat(proof.index()).isEqualTo(INDEX);
        assertThat(proof.extra()).isEqualTo(entry(INDEX));
        assertThat(proof.proves(entry(INDEX))).isTrue();
        assertThat(proof.proves(entry(41))).isFalse();
        assertThat(proof.checkpoint().signedBy(List.of(LOG.verifier()))).hasSize(1);
        assertThat(proof.bytes()).isEqualTo(proof().bytes());
    }

    @Test
    void theOnlyEntryOfALogNeedsNoPathAndAProofNoExtraLine() {
        var tree = treeOf(1);
        var checkpoint = new Checkpoint("xunshi.example/log", 1, tree.root()).signedBy(Instant.EPOCH, LOG);
        var proof = new TlogProof(new byte[0], 0, List.of(), checkpoint);

        assertThat(new String(proof.bytes(), StandardCharsets.UTF_8))
                .startsWith("c2sp.org/tlog-proof@v1\nindex 0\n\nxunshi.example/log\n1\n");
        assertThat(TlogProof.read(proof.bytes()).proves(entry(0))).isTrue();
    }

    /** Each bit of the file: what is left is no proof, or not of the entry that it carries, or not signed. */
    @Test
    void everyFlippedBitIsFound() {
        var sound = proof().bytes();
        for (int bit = 0; bit < sound.length * 8; bit++) {
            var changed = sound.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(holds(changed)).as("bit %d", bit).isFalse();
        }
        assertThat(holds(sound)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2sp.org/tlog-proof@v2\nindex 0\n\n%s",
                "c2sp.org/tlog-proof@v1\n\n%s",
                "c2sp.org/tlog-proof@v1\nindex 00\n\n%s",
                "c2sp.org/tlog-proof@v1\nindex -1\n\n%s",
                "c2sp.org/tlog-proof@v1\nindex\n\n%s",
                "c2sp.org/tlog-proof@v1\nextra AA==\n\n%s",
                "c2sp.org/tlog-proof@v1\nextra AB==\nindex 0\n\n%s",
                "c2sp.org/tlog-proof@v1\nindex 0\nextra AA==\n\n%s",
                "c2sp.org/tlog-proof@v1\nindex 0\nAA==\n\n%s",
                "c2sp.org/tlog-proof@v1\nindex 0\n%s"
            })
    void whatIsNotExactlyAProofIsNone(String file) {
        var bytes = file.formatted(proof().checkpoint()).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> TlogProof.read(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean holds(byte[] file) {
        try {
            var proof = TlogProof.read(file);
            return proof.proves(proof.extra())
                    && !proof.checkpoint().signedBy(List.of(LOG.verifier())).isEmpty();
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static TlogProof proof() {
        var tree = treeOf(SIZE);
        var checkpoint = new Checkpoint("xunshi.example/log", SIZE, tree.root()).signedBy(Instant.EPOCH, LOG);
        return new TlogProof(entry(INDEX), INDEX, tree.inclusionProof(INDEX, SIZE), checkpoint);
    }

    private static MerkleTree treeOf(int size) {
        var tree = new MerkleTree();
        for (int i = 0; i < size; i++) {
            tree.append(Hash.ofLeaf(entry(i)));
        }
        return tree;
    }

    private static byte[] entry(int index) {
        return ("entry " + index).getBytes(StandardCharsets.UTF_8);
    }
}
