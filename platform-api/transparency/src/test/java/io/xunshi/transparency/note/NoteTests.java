package io.xunshi.transparency.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C2SP signed-note, by its own example and at each of its edges. */
class NoteTests {
    private static final VerifierKey KEY =
            VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    private static final String TEXT = "This is an example message.\n";
    private static final String SIGNATURE =
            "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    private static final String EXAMPLE = TEXT + "\n" + SIGNATURE;
    private static final NoteSigner OTHER = NoteSigner.of("example.com/foo", SignatureType.ED25519, new byte[32]);

    @Test
    void theExampleOfTheSpecificationIsSigned() {
        var note = read(EXAMPLE);

        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.signedBy(List.of(KEY))).containsExactly(KEY);
        assertThat(note).hasToString(EXAMPLE);
    }

    /** RFC 8032 §7.1, test 1. */
    @Test
    void aSeedGivesTheKeyOfTheStandard() {
        var seed = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

        assertThat(HexFormat.of().formatHex(keyOf(seed)))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    /** Each bit of each byte: what is left is no note, or not signed by the key. */
    @Test
    void everyFlippedBitIsFound() {
        var sound = EXAMPLE.getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < sound.length * 8; bit++) {
            var changed = sound.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(isSigned(changed)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void everyNoteThatIsCutOffIsFound() {
        var sound = EXAMPLE.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < sound.length; length++) {
            assertThat(isSigned(Arrays.copyOf(sound, length)))
                    .as("%d bytes", length)
                    .isFalse();
        }
    }

    @Test
    void theLastEmptyLineDivides() {
        var text = "one\n\ntwo\n\n— not a signature\n";

        assertThat(read(text + "\n" + SIGNATURE).text()).isEqualTo(text);
    }

    @Test
    void anotherKeyOfTheSameNameIsPassedOver() {
        var note = read(EXAMPLE).with(List.of(OTHER.sign(TEXT, Instant.EPOCH)));

        assertThat(note.signedBy(List.of(KEY))).containsExactly(KEY);
        assertThat(note.signedBy(List.of(KEY, OTHER.verifier()))).containsExactly(KEY, OTHER.verifier());
        assertThat(note.signedBy(List.of())).isEmpty();
    }

    @Test
    void aBadSignatureOfAKnownKeyRefusesTheNoteWhateverElseIsGood() {
        var bad = new Note.Line(KEY.name(), KEY.id(), new byte[64]);
        var note = read(EXAMPLE).with(List.of(bad));

        assertThatThrownBy(() -> note.signedBy(List.of(KEY))).hasMessageContaining("is bad");
        assertThat(note.signedBy(List.of(OTHER.verifier()))).isEmpty();
    }

    @Test
    void asManySignaturesAsStatedAreReadAndNotOneMore() {
        assertThat(read(TEXT + "\n" + SIGNATURE.repeat(Note.SIGNATURES_MAX)).signatures())
                .hasSize(Note.SIGNATURES_MAX);
        assertThatThrownBy(() -> read(TEXT + "\n" + SIGNATURE.repeat(Note.SIGNATURES_MAX + 1)))
                .hasMessageContaining("at most 64 signatures");
        assertThatThrownBy(() -> Note.read(new byte[Note.BYTES_MAX + 1])).hasMessageContaining("at most");
    }

    @Test
    void bytesThatAreNoUtf8AreNoNote() {
        for (var bytes : List.of("c0af", "ff", "eda080", "f4908080", "80")) {
            var bad = HexFormat.of().parseHex(bytes);
            var note = (new String(bad, StandardCharsets.ISO_8859_1) + EXAMPLE.replace("—", "\u00e2\u0080\u0094"))
                    .getBytes(StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> Note.read(note)).as(bytes).hasMessageContaining("UTF-8");
        }
    }

    @Test
    void noControlCharacterButTheLineFeedStandsInANote() {
        var others =
                IntStream.range(0, 32).filter(character -> character != '\n').boxed();
        for (int character : others.toList()) {
            assertThatThrownBy(() -> read((char) character + EXAMPLE)).hasMessageContaining("control");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n— a AAAAAAA=\n",
                "text\n\n— a AAAAAAA=",
                "text\n\n— a AAAAAAA=\n\n",
                "text\n\n- a AAAAAAA=\n",
                "text\n\n—a AAAAAAA=\n",
                "text\n\n— a  AAAAAAA=\n",
                "text\n\n— a AAAAAAA= \n",
                "text\n\n—  AAAAAAA=\n",
                "text\n\n— a+b AAAAAAA=\n",
                "text\n\n— a\u00a0b AAAAAAA=\n",
                "text\n\n— a\u3000b AAAAAAA=\n",
                "text\n\n— a\u2028b AAAAAAA=\n",
                "text\n\n— a\u0085b AAAAAAA=\n",
                "text\n\n— a AAAAAA==\n",
                "text\n\n— a AAAAAAA\n",
                "text\n\n— a AAAAAAB=\n",
                "text\n\n— a AAAA-_A=\n",
                "text\n\n— a A===\n",
                "text\n\n— a\n",
                "text\n\nmore\n"
            })
    void whatIsNotExactlyASignedNoteIsNone(String note) {
        assertThatThrownBy(() -> read(note)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903a",
                "example.com/foo+530d903a+",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U",
                "exa mple+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void whatIsNotExactlyAVkeyIsNone(String vkey) {
        assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Note read(String note) {
        return Note.read(note.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] keyOf(byte[] seed) {
        return NoteSigner.of("x", SignatureType.ED25519, seed).verifier().key();
    }

    private static boolean isSigned(byte[] note) {
        try {
            return !Note.read(note).signedBy(List.of(KEY)).isEmpty();
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
