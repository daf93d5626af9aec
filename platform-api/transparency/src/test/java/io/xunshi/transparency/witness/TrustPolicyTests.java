package io.xunshi.transparency.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.note.Note;
import io.xunshi.transparency.note.NoteSigner;
import io.xunshi.transparency.note.SignatureType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C2SP tlog-policy. */
class TrustPolicyTests {
    private static final String ORIGIN = "xunshi.example/log";
    private static final NoteSigner LOG = signer(ORIGIN, SignatureType.ED25519, 0);
    private static final List<NoteSigner> WITNESSES = IntStream.rangeClosed(1, 4)
            .mapToObj(i -> signer("witness.example/" + i, SignatureType.ED25519_COSIGNATURE, i))
            .toList();
    private static final Checkpoint CHECKPOINT = new Checkpoint(ORIGIN, 0, Hash.EMPTY_TREE);
    private static final String LOG_LINE = "log " + LOG.verifier().text() + "\n";

    @Test
    void aPolicyIsReadWithItsCommentsAndAddresses() {
        var policy = TrustPolicy.read("# 市市场监管局\n\n  " + LOG_LINE + "witness\tone  "
                + WITNESSES.getFirst().verifier().text() + " https://one.example/w\nquorum one");

        assertThat(policy.logs()).containsExactly(LOG.verifier());
        assertThat(policy.witnesses())
                .containsExactly(
                        new Witness("one", WITNESSES.getFirst().verifier(), URI.create("https://one.example/w")));
    }

    @Test
    void twoOfThreeAreEnoughAndOneIsNot() {
        var policy = policy("group g 2 w1 w2 w3\nquorum g\n");

        assertThat(policy.accept(cosigned(1, 3)).cosignedBy())
                .extracting(Witness::name)
                .containsExactly("w1", "w3");
        assertThat(policy.accept(cosigned(1, 2, 3)).signedBy()).containsExactly(LOG.verifier());
        assertThatThrownBy(() -> policy.accept(cosigned(2))).hasMessageContaining("no quorum");
        assertThatThrownBy(() -> policy.accept(cosigned(2, 2))).hasMessageContaining("no quorum");
        assertThatThrownBy(() -> policy.accept(cosigned(2, 4))).hasMessageContaining("no quorum");
    }

    @Test
    void groupsOfGroupsAreCountedAsGroups() {
        var policy = policy("group a any w1 w2\ngroup b all w3 w4\ngroup both all a b\nquorum both\n");

        assertThat(policy.accept(cosigned(2, 3, 4)).cosignedBy()).hasSize(3);
        assertThatThrownBy(() -> policy.accept(cosigned(1, 2, 3))).hasMessageContaining("no quorum");
        assertThatThrownBy(() -> policy.accept(cosigned(3, 4))).hasMessageContaining("no quorum");
    }

    @Test
    void nobodyButTheLogIsNeededWhereThePolicySaysSo() {
        var policy = TrustPolicy.read(LOG_LINE + TrustPolicy.NO_WITNESSES);

        assertThat(policy.accept(cosigned()).checkpoint()).isEqualTo(CHECKPOINT);
    }

    @Test
    void theLogItselfIsNeededWhoeverCosigned() {
        var policy = policy("quorum w1\n");
        var unsigned =
                new Note(CHECKPOINT.text(), cosigned(1, 2, 3).signatures().subList(1, 4));
        var foreign = new Checkpoint("another.example/log", 0, Hash.EMPTY_TREE).signedBy(Instant.EPOCH, LOG);

        assertThatThrownBy(() -> policy.accept(unsigned)).hasMessageContaining("Not signed by a known key");
        assertThatThrownBy(() -> policy.accept(foreign)).hasMessageContaining("Not signed by a known key");
    }

    @Test
    void aBadCosignatureOfAKnownWitnessRefusesEvenWithAQuorum() {
        var policy = policy("group g 2 w1 w2 w3\nquorum g\n");
        var key = WITNESSES.get(2).verifier();
        var bad = cosigned(1, 2).with(List.of(new Note.Line(key.name(), key.id(), new byte[72])));

        assertThatThrownBy(() -> policy.accept(bad)).hasMessageContaining("is bad");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quorum",
                "quorum w5",
                "quorum none\nquorum none",
                "quorum w1 w2",
                "quorum g\ngroup g any w1",
                "group g 0 w1\nquorum g",
                "group g 2 w1\nquorum g",
                "group g 01 w1\nquorum g",
                "group g most w1\nquorum g",
                "group g any\nquorum g",
                "group g 2 w1 w1\nquorum g",
                "group g any w1\ngroup h any w1\nquorum h",
                "group g any g\nquorum g",
                "group w1 any w2\nquorum w1",
                "group none any w2\nquorum none",
                "group g any none\nquorum g",
                "group g any w1\rquorum g",
                "trust everybody\nquorum none",
                "log nonsense\nquorum none",
                "witness w9 nonsense\nquorum none"
            })
    void whatIsNotExactlyAPolicyIsNone(String lines) {
        assertThatThrownBy(() -> policy(lines)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyStandsForOneWitnessOnly() {
        var again = "witness again " + WITNESSES.getFirst().verifier().text() + "\nquorum none\n";
        var notForCosigning = "witness log " + LOG.verifier().text() + "\nquorum none\n";

        assertThatThrownBy(() -> policy(again)).hasMessageContaining("repeats a witness's key");
        assertThatThrownBy(() -> TrustPolicy.read(notForCosigning)).hasMessageContaining("No key for cosignatures");
        assertThatThrownBy(() -> TrustPolicy.read(LOG_LINE + LOG_LINE + "quorum none"))
                .hasMessageContaining("Line 2: repeats a log's key");
        assertThatThrownBy(() -> TrustPolicy.read(new byte[] {(byte) 0xff})).hasMessageContaining("UTF-8");
    }

    @Test
    void aRequestToAWitnessReadsBack() {
        var request = new AddCheckpoint(3, List.of(Hash.EMPTY_TREE), cosigned());

        assertThat(AddCheckpoint.read(request.bytes())).isEqualTo(request);
        assertThat(new String(request.bytes(), StandardCharsets.UTF_8)).startsWith("old 3\n47DEQpj8HBSa");
    }

    private static TrustPolicy policy(String quorum) {
        var text = new StringBuilder(LOG_LINE);
        for (int i = 0; i < WITNESSES.size(); i++) {
            text.append("witness w%d %s\n"
                    .formatted(i + 1, WITNESSES.get(i).verifier().text()));
        }
        return TrustPolicy.read(text.append(quorum).toString());
    }

    private static Note cosigned(int... witnesses) {
        var lines = IntStream.of(witnesses)
                .mapToObj(i -> WITNESSES.get(i - 1).sign(CHECKPOINT.text(), Instant.EPOCH))
                .toList();
        return CHECKPOINT.signedBy(Instant.EPOCH, LOG).with(lines);
    }

    private static NoteSigner signer(String name, SignatureType type, int number) {
        var seed = new byte[32];
        seed[0] = (byte) number;
        return NoteSigner.of(name, type, seed);
    }
}
