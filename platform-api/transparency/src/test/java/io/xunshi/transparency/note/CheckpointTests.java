package io.xunshi.transparency.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.transparency.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTests {
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final NoteSigner LOG = NoteSigner.of("xunshi.example/log", SignatureType.ED25519, new byte[32]);
    private static final Checkpoint CHECKPOINT =
            new Checkpoint("xunshi.example/log", 7, Hash.ofLeaf("root".getBytes(StandardCharsets.UTF_8)));

    @Test
    void aSignedCheckpointOpensWithTheLogsKey() {
        assertThat(Checkpoint.open(signed(CHECKPOINT), LOG.verifier())).isEqualTo(CHECKPOINT);
    }

    @Test
    void aCheckpointOfAnotherLogDoesNotOpen() {
        var foreign = new Checkpoint("another.example/log", 7, CHECKPOINT.root());

        assertThatThrownBy(() -> Checkpoint.open(signed(foreign), LOG.verifier()))
                .hasMessageContaining("Not a checkpoint of");
    }

    @Test
    void theLargestTreeOfAllHasASize() {
        assertThat(Checkpoint.read("a\n9223372036854775807\n" + ROOT + "\n").size())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void linesAfterTheRootAreTheLogsOwnBusiness() {
        assertThat(Checkpoint.read("a\n7\n" + ROOT + "\nmore\n").size()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "a\n7\n",
                "a\n7\n" + ROOT,
                "\n7\n" + ROOT + "\n",
                "a\n07\n" + ROOT + "\n",
                "a\n-7\n" + ROOT + "\n",
                "a\n+7\n" + ROOT + "\n",
                "a\n٧\n" + ROOT + "\n",
                "a\n9223372036854775808\n" + ROOT + "\n",
                "a\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
                "a\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "a\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jx\n",
                "a\n7\n" + ROOT + "\n\n",
                "a\n7\n" + ROOT + "\n\nmore\n"
            })
    void whatIsNotExactlyACheckpointIsNone(String text) {
        assertThatThrownBy(() -> Checkpoint.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String signed(Checkpoint checkpoint) {
        return checkpoint.signedBy(Instant.EPOCH, LOG).toString();
    }
}
