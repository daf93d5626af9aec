package io.xunshi.transparency.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.transparency.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CheckpointTests {
    private static final NoteSigner LOG = NoteSigner.of("xunshi.example/log", new byte[32]);
    private static final Checkpoint CHECKPOINT =
            new Checkpoint("xunshi.example/log", 7, Hash.ofLeaf("root".getBytes(StandardCharsets.UTF_8)));

    /** RFC 8032 §7.1, test 1. */
    @Test
    void aSeedGivesTheKeyOfTheStandard() {
        var seed = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

        assertThat(HexFormat.of().formatHex(NoteSigner.of("x", seed).verifier().key()))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @Test
    void aSignedCheckpointOpensWithTheLogsKey() {
        assertThat(Checkpoint.open(CHECKPOINT.signedBy(LOG), LOG.verifier())).isEqualTo(CHECKPOINT);
    }

    @Test
    void aKeyReadsBackFromItsText() {
        assertThat(VerifierKey.parse(LOG.verifier().text())).isEqualTo(LOG.verifier());
    }

    @Test
    void aKeyUnderAnotherNameIsRefused() {
        var text = LOG.verifier().text().replace("xunshi", "another");

        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyChangedByteIsFound() {
        var note = CHECKPOINT.signedBy(LOG);
        for (int i = 0; i < note.length(); i++) {
            var changed = new StringBuilder(note);
            changed.setCharAt(i, changed.charAt(i) == 'A' ? 'B' : 'A');
            assertThatThrownBy(() -> Checkpoint.open(changed.toString(), LOG.verifier()))
                    .as("byte %d", i)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anotherLogsSignatureIsNotEnough() {
        var other = NoteSigner.of("xunshi.example/log", new byte[] {
            1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
        });

        assertThatThrownBy(() -> Checkpoint.open(CHECKPOINT.signedBy(other), LOG.verifier()))
                .hasMessageContaining("Not signed by");
    }

    @Test
    void signaturesOfUnknownWitnessesArePassedOver() {
        var witness = NoteSigner.of("witness.example", new byte[32]);
        var cosigned = CHECKPOINT.signedBy(LOG)
                + CHECKPOINT.signedBy(witness).substring(CHECKPOINT.text().length() + 1);

        assertThat(Checkpoint.open(cosigned, LOG.verifier())).isEqualTo(CHECKPOINT);
    }
}
