package io.xunshi.transparency.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * C2SP tlog-cosignature. The golden values were made with Bouncy Castle, over the checkpoint and the time of the
 * specification's example, by keys whose seed is the bytes 0 to 31.
 */
class CosignatureTests {
    private static final Instant TIME = Instant.ofEpochSecond(1_679_315_147);
    private static final String NAME = "witness.example.com/w1";
    private static final String TEXT =
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    private static final String ED25519_KEY =
            "witness.example.com/w1+a0059f11+BAOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
    private static final String ED25519_LINE = "— witness.example.com/w1 "
            + "oAWfEQAAAABkGFDLBuRDazBLVac2NE+Y+IjbjQOcXLfF9CSDZVUIoS83rE1nFZsVE8YiWV6Ngr7lV8H6bdoBQGP/l73euDMQ9k+bBQ==\n";

    @Test
    void anEd25519CosignatureIsThatOfAnotherImplementation() {
        var witness = signer(SignatureType.ED25519_COSIGNATURE);

        assertThat(witness.verifier().text()).isEqualTo(ED25519_KEY);
        assertThat(witness.sign(TEXT, TIME)).hasToString(ED25519_LINE);
    }

    /** Each ML-DSA signature is another one, so the other implementation's is verified. */
    @Test
    void anMlDsaCosignatureOfAnotherImplementationIsGood() throws IOException {
        var key = VerifierKey.parse(new String(resource("ml-dsa-44.vkey"), StandardCharsets.UTF_8));
        var note = Note.read(resource("ml-dsa-44.note"));

        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.signedBy(List.of(key))).containsExactly(key);
        assertThat(signer(SignatureType.ML_DSA_44_COSIGNATURE).verifier()).isEqualTo(key);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSignedIsVerifiedAndHasTheLengthOfTheSpecification(SignatureType type) {
        var line = signer(type).sign(TEXT, TIME);

        assertThat(signer(type).verifier().verifies(TEXT, line.signature())).isTrue();
        assertThat(line.signature())
                .hasSize(
                        switch (type) {
                            case ED25519 -> 64;
                            case ED25519_COSIGNATURE -> 72;
                            case ML_DSA_44_COSIGNATURE -> 2428;
                        });
    }

    @ParameterizedTest
    @EnumSource(names = "ED25519", mode = Mode.EXCLUDE)
    void theTimeIsReadAndSigned(SignatureType type) {
        var signature = signer(type).sign(TEXT, TIME).signature();

        assertThat(ByteBuffer.wrap(signature).getLong()).isEqualTo(TIME.getEpochSecond());
        signature[7] ^= 1;
        assertThat(signer(type).verifier().verifies(TEXT, signature)).isFalse();
    }

    /** Of the long ones some bits only. */
    @ParameterizedTest
    @EnumSource
    void aFlippedBitIsFound(SignatureType type) {
        var key = signer(type).verifier();
        var sound = signer(type).sign(TEXT, TIME).signature();
        for (int bit = 0; bit < sound.length * 8; bit += sound.length > 100 ? 77 : 1) {
            var changed = sound.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(key.verifies(TEXT, changed)).as("bit %d", bit).isFalse();
        }
        for (int i = 0; i < TEXT.length() - 1; i++) {
            var changed = TEXT.substring(0, i) + (char) (TEXT.charAt(i) ^ 1) + TEXT.substring(i + 1);
            assertThat(key.verifies(changed, sound)).as("character %d", i).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSignatureOfAnotherLengthIsBad(SignatureType type) {
        var sound = signer(type).sign(TEXT, TIME).signature();
        for (int length : new int[] {0, 1, 8, sound.length - 1, sound.length + 1}) {
            assertThat(signer(type).verifier().verifies(TEXT, Arrays.copyOf(sound, length)))
                    .isFalse();
        }
    }

    /** One seed, one public key: still nothing that was signed as one kind passes for another. */
    @Test
    void aSignatureOfOneKindIsNoneOfAnother() {
        var plain = signer(SignatureType.ED25519);
        var cosigner = signer(SignatureType.ED25519_COSIGNATURE);
        var raw = plain.sign(TEXT, TIME).signature();
        var timed =
                ByteBuffer.allocate(72).putLong(TIME.getEpochSecond()).put(raw).array();

        assertThat(plain.verifier().id()).isNotEqualTo(cosigner.verifier().id());
        assertThat(cosigner.verifier().verifies(TEXT, timed)).isFalse();
        assertThat(plain.verifier().isSameKeyAs(cosigner.verifier())).isTrue();
        assertThat(plain.verifier()).isNotEqualTo(cosigner.verifier());
    }

    @Test
    void anMlDsaCosignatureIsBoundToItsSignersName() {
        var type = SignatureType.ML_DSA_44_COSIGNATURE;
        var renamed = new VerifierKey(
                "witness.example.com/w2", type, signer(type).verifier().key());

        assertThat(renamed.verifies(TEXT, signer(type).sign(TEXT, TIME).signature()))
                .isFalse();
    }

    @Test
    void onlyCheckpointsAreCosignedAsTrees() {
        assertThatThrownBy(() -> signer(SignatureType.ML_DSA_44_COSIGNATURE).sign("no checkpoint\n", TIME))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLogSignsWithBothOfItsKeysAndAWitnessBesideIt() {
        var checkpoint = Checkpoint.read(TEXT);
        var signers = Arrays.stream(SignatureType.values())
                .map(type -> NoteSigner.of(checkpoint.origin(), type, seed()))
                .toArray(NoteSigner[]::new);

        var note = Note.read(checkpoint.signedBy(TIME, signers).bytes());

        assertThat(note.signedBy(
                        Arrays.stream(signers).map(NoteSigner::verifier).toList()))
                .hasSize(3);
        assertThat(Checkpoint.open(note.toString(), signers[0].verifier())).isEqualTo(checkpoint);
    }

    private static NoteSigner signer(SignatureType type) {
        return NoteSigner.of(NAME, type, seed());
    }

    private static byte[] seed() {
        var seed = new byte[32];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        return seed;
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(CosignatureTests.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }
}
