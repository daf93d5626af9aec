package io.xunshi.platform.trace.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.trace.provider.HttpWitnessCalls;
import io.xunshi.platform.trace.usecase.AskWitnesses.Standing;
import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.merkle.MerkleTree;
import io.xunshi.transparency.note.Note;
import io.xunshi.transparency.note.VerifierKey;
import io.xunshi.transparency.witness.AddCheckpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.reactive.function.client.WebClient;

/** What comes of a checkpoint while witnesses are down, slow, behind, ahead or lying; all over HTTP. */
class AskWitnessesTests {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final MerkleTree TRUTH = tree("truth");
    private static final MerkleTree LIE = tree("lie");
    private static final Duration TIMEOUT = Duration.ofMillis(700);

    private final HttpWitnessCalls calls = new HttpWitnessCalls(WebClient.builder());
    private final LogKeys log = new LogKeys(settings(""));

    @TempDir
    private Path folder;

    private Watchers watchers;
    private URI first;
    private URI second;
    private URI third;

    @BeforeEach
    void threeAreWell() {
        watchers = new Watchers(folder, log.policy().logs());
        first = watchers.sound("w1");
        second = watchers.sound("w2");
        third = watchers.sound("w3");
    }

    @AfterEach
    void close() throws IOException {
        watchers.close();
    }

    @Test
    void whatAllCosignHasAllCosignatures() throws IOException {
        var asked = twoOf(first, second, third);

        var note = cosigned(asked, TRUTH, 5);

        assertThat(note.signatures()).hasSize(5);
        assertThat(cosigned(asked, TRUTH, 40).signatures()).hasSize(5);
        assertThat(asked.standings()).containsValue(Standing.COSIGNS).hasSize(3);
    }

    @Test
    void withoutWitnessesInThePolicyNobodyIsAsked() {
        var asked = new AskWitnesses(log, calls, settings(""));
        var note = checkpoint(TRUTH, 5);

        assertThat(asked.cosigned(note, proofs(TRUTH, 5)).block()).isEqualTo(note);
        assertThat(asked.hasQuorum()).isTrue();
    }

    @Test
    void oneThatIsDownIsNotNeeded() throws IOException {
        var asked = twoOf(first, second, watchers.gone());

        assertThat(cosigned(asked, TRUTH, 5).signatures()).hasSize(4);
        assertThat(asked.standings()).containsEntry("w3", Standing.SILENT);
        assertThat(asked.hasQuorum()).isTrue();
    }

    @Test
    void oneThatHangsIsNotWaitedForAsLongAsItLikes() throws IOException {
        var asked = twoOf(first, second, watchers.hanging());
        cosigned(asked, TRUTH, 5);
        var began = Instant.now();

        assertThat(cosigned(asked, TRUTH, 6).signatures()).hasSize(4);
        assertThat(Duration.between(began, Instant.now())).isLessThan(TIMEOUT);
        assertThat(asked.standings()).containsEntry("w3", Standing.SILENT);
    }

    @Test
    void withoutAQuorumNothingIsCosigned() throws IOException {
        var asked = twoOf(first, watchers.gone(), watchers.hanging());

        assertThat(asked.cosigned(checkpoint(TRUTH, 5), proofs(TRUTH, 5)).blockOptional())
                .isEmpty();
        assertThat(asked.hasQuorum()).isFalse();
    }

    @Test
    void whoWasNotHeardIsAskedAgainAfterAPause() throws IOException {
        knows(first, TRUTH, 20);
        var asked = twoOf(first, second, watchers.gone());
        var tooSmall = checkpoint(TRUTH, 10);

        assertThat(asked.cosigned(tooSmall, proofs(TRUTH, 10)).blockOptional()).isEmpty();

        await().atMost(Duration.ofSeconds(5))
                .until(() -> asked.cosigned(checkpoint(TRUTH, 20), proofs(TRUTH, 20))
                        .blockOptional()
                        .isPresent());
        assertThat(asked.hasQuorum()).isTrue();
    }

    /** A log that was started again knows nothing of what they know. */
    @Test
    void whoIsBehindGetsTheProofThatItNeeds() throws IOException {
        knows(first, TRUTH, 3);
        knows(second, TRUTH, 17);
        var asked = twoOf(first, second, third);

        assertThat(cosigned(asked, TRUTH, 40).signatures()).hasSize(5);
    }

    @Test
    void whoIsAheadDoesNotCosignTheShorterTree() throws IOException {
        knows(third, TRUTH, 60);
        var asked = twoOf(first, second, third);

        assertThat(cosigned(asked, TRUTH, 40).signatures()).hasSize(4);
        assertThat(asked.standings()).containsEntry("w3", Standing.AHEAD);
        assertThat(cosigned(asked, TRUTH, 60).signatures()).hasSize(5);
    }

    @Test
    void ofTwoHistoriesOneIsPublishedAtMost() throws IOException {
        knows(first, LIE, 20);
        knows(second, LIE, 20);
        var asked = twoOf(first, second, third);

        assertThat(asked.cosigned(checkpoint(TRUTH, 20), proofs(TRUTH, 20)).blockOptional())
                .isEmpty();
        assertThat(asked.standings())
                .containsEntry("w1", Standing.CONTRADICTS)
                .containsEntry("w2", Standing.CONTRADICTS)
                .containsEntry("w3", Standing.COSIGNS);
    }

    @Test
    void whoLiesIsNotBelieved() throws IOException {
        var note = checkpoint(TRUTH, 5);
        var key = watchers.create("w3").key();
        var bad = new Note.Line(key.name(), key.id(), new byte[72]).toString();
        var ofMore = watchers.signer("w3").sign(note.text() + "\nmore\n", Instant.now());
        for (var lie : List.of(
                bad,
                note.signatures().getFirst().toString(),
                "",
                "nonsense\n",
                "— w3 AAAA\n",
                // Read behind our text this is a good signature, of a text that is longer than ours.
                "more\n\n" + ofMore)) {
            var asked = twoOf(first, second, watchers.answering(200, lie));

            assertThat(cosigned(asked, TRUTH, 5).signatures()).as(lie).hasSize(4);
            assertThat(asked.standings()).as(lie).containsEntry("w3", Standing.LIES);
        }
    }

    @Test
    void whoSignsWithAnotherKeyIsNotBelieved() throws IOException {
        var asked = twoOf(first, second, watchers.sound("w4"));

        assertThat(cosigned(asked, TRUTH, 5).signatures()).hasSize(4);
        assertThat(asked.standings()).containsEntry("w3", Standing.LIES);
    }

    @Test
    void answersThatTheProtocolDoesNotKnowAreNone() throws IOException {
        for (var answer : List.of(409, 500, 301, 404, 403)) {
            var asked = twoOf(first, second, watchers.answering(answer, "many\n"));

            assertThat(cosigned(asked, TRUTH, 5).signatures()).hasSize(4);
            assertThat(asked.standings().get("w3")).isIn(Standing.SILENT, Standing.REFUSES);
        }
        var forgetful = twoOf(first, second, watchers.answering(409, "3\n"));
        cosigned(forgetful, TRUTH, 6);
        assertThat(forgetful.standings()).containsEntry("w3", Standing.BEHIND);
    }

    @Test
    void aWitnessWithoutAnAddressCannotBeAsked() throws IOException {
        var policy = Files.writeString(
                folder.resolve("p"),
                "witness w1 %s\nquorum w1\n".formatted(watchers.create("w1").key()));

        assertThatThrownBy(() -> new LogKeys(settings(policy.toString()))).hasMessageContaining("without its address");
    }

    private AskWitnesses twoOf(URI one, URI two, URI three) throws IOException {
        var all = new Watchers(folder, log.policy().logs());
        var policy =
                all.watched("w1", one).watched("w2", two).watched("w3", three).policy(2);
        return new AskWitnesses(new LogKeys(settings(policy.toString())), calls, settings(policy.toString()));
    }

    /** As if somebody had shown it this tree before. */
    private void knows(URI witness, MerkleTree tree, long size) {
        var reply = calls.add(witness, new AddCheckpoint(0, List.of(), checkpoint(tree, size)))
                .block();
        assertThat(reply).isInstanceOf(WitnessCalls.Reply.Cosigned.class);
    }

    private Note cosigned(AskWitnesses asked, MerkleTree tree, long size) {
        var note = asked.cosigned(checkpoint(tree, size), proofs(tree, size))
                .blockOptional()
                .orElseThrow();
        assertThat(note.signedBy(keysOfTheLog())).hasSize(2);
        return note;
    }

    private List<VerifierKey> keysOfTheLog() {
        return log.policy().logs();
    }

    private Note checkpoint(MerkleTree tree, long size) {
        return log.sign(size, tree.rootAt(size), Instant.now());
    }

    private static LongFunction<List<Hash>> proofs(MerkleTree tree, long size) {
        return old -> tree.consistencyProof(old, size);
    }

    private static TraceSettings settings(String policy) {
        return new TraceSettings("xunshi.example/log", KEY, KEY, policy, TIMEOUT);
    }

    private static MerkleTree tree(String story) {
        var tree = new MerkleTree();
        for (int i = 0; i < 64; i++) {
            tree.append(Hash.ofLeaf((story + i).getBytes(StandardCharsets.UTF_8)));
        }
        return tree;
    }
}
