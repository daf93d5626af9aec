package io.xunshi.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.note.Note;
import io.xunshi.transparency.note.NoteSigner;
import io.xunshi.transparency.note.SignatureType;
import io.xunshi.transparency.note.VerifierKey;
import io.xunshi.transparency.witness.AddCheckpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C2SP tlog-witness, over HTTP. */
class WitnessServerTests {
    private static final TestLog LOG = TestLog.telling("truth");
    private static final TestLog FORK = TestLog.telling("lie");
    private static final List<String> NAMES = List.of("w1", "w2", "w3");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private WitnessServer server;

    @BeforeEach
    void start() throws IOException {
        var folders = NAMES.stream()
                .map(name -> WitnessFolder.create(
                        folder.resolve(name),
                        "witness.example/" + name,
                        List.of(LOG.signer().verifier())))
                .toList();
        server = new WitnessServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), folders);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theFirstCheckpointIsCosignedByBothKeysAndShown() throws Exception {
        var answer = add("w1", LOG.growth(0, 5));

        assertThat(answer.statusCode()).isEqualTo(200);
        var cosigned = Note.read((LOG.checkpoint(5) + answer.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(cosigned.signedBy(keysOf("w1"))).hasSize(2);
        var shown = get("/w1/" + CheckpointStore.nameOf(TestLog.ORIGIN) + "/checkpoint");
        assertThat(shown.body()).isEqualTo(cosigned.toString());
        assertThat(get("/w2/" + CheckpointStore.nameOf(TestLog.ORIGIN) + "/checkpoint")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatContinuesIsCosignedStepByStep() throws Exception {
        long old = 0;
        for (long size : new long[] {0, 1, 2, 7, 8, 8, 33, 64}) {
            assertThat(add("w1", LOG.growth(old, size)).statusCode())
                    .as("%d to %d", old, size)
                    .isEqualTo(200);
            old = size;
        }
    }

    @Test
    void whoIsBehindIsToldTheSize() throws Exception {
        add("w1", LOG.growth(0, 20));

        var answer = add("w1", LOG.growth(5, 30));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("20\n");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
        assertThat(add("w1", LOG.growth(5, 10)).body()).isEqualTo("20\n");
        assertThat(add("w2", LOG.growth(5, 10)).body()).isEqualTo("0\n");
    }

    @Test
    void whatDoesNotContinueIsRefused() throws Exception {
        add("w1", LOG.growth(0, 20));

        assertThat(add("w1", FORK.growth(20, 30)).statusCode())
                .as("another past")
                .isEqualTo(422);
        assertThat(add("w1", FORK.growth(20, 20)).statusCode())
                .as("the same size")
                .isEqualTo(422);
        assertThat(add("w1", new AddCheckpoint(20, List.of(), LOG.checkpoint(30)))
                        .statusCode())
                .as("no proof")
                .isEqualTo(422);
        assertThat(add("w1", new AddCheckpoint(20, List.of(Hash.EMPTY_TREE), LOG.checkpoint(20)))
                        .statusCode())
                .as("a proof that nobody asked for")
                .isEqualTo(422);
        assertThat(add("w2", new AddCheckpoint(0, List.of(Hash.EMPTY_TREE), LOG.checkpoint(5)))
                        .statusCode())
                .as("a proof from nothing")
                .isEqualTo(422);
        assertThat(add(
                                "w2",
                                new AddCheckpoint(
                                        0, List.of(), signed(0, LOG.tree().root())))
                        .statusCode())
                .as("an empty tree with a root")
                .isEqualTo(422);
        assertThat(add("w1", LOG.growth(20, 30)).statusCode()).isEqualTo(200);
    }

    @Test
    void whoClaimsALargerOldSizeIsRefused() throws Exception {
        assertThat(add("w1", new AddCheckpoint(6, List.of(), LOG.checkpoint(5))).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aLogThatNobodyToldOfIsUnknown() throws Exception {
        var stranger = new TestLog("another.example/log", LOG.tree());

        assertThat(add("w1", stranger.growth(0, 5)).statusCode()).isEqualTo(404);
        assertThat(add("w4", LOG.growth(0, 5)).statusCode()).isEqualTo(404);
    }

    @Test
    void withoutAGoodSignatureOfTheLogNothingIsCosigned() throws Exception {
        var other = NoteSigner.of(
                TestLog.ORIGIN,
                SignatureType.ED25519,
                "another seed of 32 bytes, surely".getBytes(StandardCharsets.UTF_8));
        var text = LOG.checkpoint(5).text();
        var foreign = other.sign(text, Instant.EPOCH);
        var bad = new Note.Line(TestLog.ORIGIN, LOG.signer().verifier().id(), new byte[64]);

        assertThat(add("w1", withSignatures(foreign)).statusCode())
                .as("an unknown key")
                .isEqualTo(403);
        assertThat(add("w1", withSignatures(bad)).statusCode())
                .as("a bad signature")
                .isEqualTo(403);
        assertThat(add("w1", withSignatures(LOG.signer().sign(text, Instant.EPOCH), bad))
                        .statusCode())
                .as("a good and a bad one")
                .isEqualTo(403);
        assertThat(add("w1", withSignatures(foreign, LOG.signer().sign(text, Instant.EPOCH)))
                        .statusCode())
                .as("a good and an unknown one")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old 0\n",
                "old 0\n\n",
                "old 00\n\n%s",
                "old -1\n\n%s",
                "old\n\n%s",
                "old 0 \n\n%s",
                "new 0\n\n%s",
                "old 0\nAAAA\n\n%s",
                "\n\n%s",
                "old 0\n%s"
            })
    void whatIsNoRequestIsRefused(String body) throws Exception {
        assertThat(post("w1", body.formatted(LOG.checkpoint(5)).getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aRequestHasItsLimits() throws Exception {
        var hashes = IntStream.range(0, 64).mapToObj(i -> Hash.EMPTY_TREE).toList();

        assertThat(add("w1", new AddCheckpoint(1, hashes, LOG.checkpoint(5))).statusCode())
                .isEqualTo(400);
        assertThat(post("w1", new byte[AddCheckpoint.BYTES_MAX + 1]).statusCode())
                .isEqualTo(400);
    }

    @Test
    void otherAddressesAndMethodsLeadNowhere() throws Exception {
        assertThat(get("/w1/add-checkpoint").statusCode()).isEqualTo(405);
        assertThat(get("/w1/../keys").statusCode()).isEqualTo(404);
        assertThat(get("/w1/" + "0".repeat(63) + "/checkpoint").statusCode()).isEqualTo(404);
        assertThat(get("/").body()).contains(keysOf("w1").getFirst().text(), "witness.example/w3");
    }

    /** Whatever order they come in, nothing that a witness cosigned is ever taken back. */
    @Test
    void ofRequestsAtOnceNoneRollsBackAnother() throws Exception {
        add("w1", LOG.growth(0, 8));
        var requests = new ArrayList<Callable<HttpResponse<String>>>();
        for (int round = 0; round < 4; round++) {
            LongStream.rangeClosed(9, 24).forEach(size -> requests.add(() -> add("w1", LOG.growth(8, size))));
            LongStream.rangeClosed(9, 24).forEach(size -> requests.add(() -> add("w1", FORK.growth(8, size))));
        }

        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var cosigned = new ArrayList<String>();
            for (var answer : crowd.invokeAll(requests)) {
                assertThat(answer.get().statusCode()).isIn(200, 409);
                if (answer.get().statusCode() == 200) {
                    cosigned.add(answer.get().body());
                }
            }
            assertThat(cosigned).as("of all that continue 8, one is first").hasSize(1);
        }
    }

    /** Whoever is shown which of two histories first: never do both have two of the three. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void aSplitViewNeverReachesAQuorumTwice(int whoIsLiedTo) throws Exception {
        int truths = 0;
        int lies = 0;
        for (int i = 0; i < NAMES.size(); i++) {
            add(NAMES.get(i), LOG.growth(0, 8));
            var first = (whoIsLiedTo >> i & 1) == 1 ? FORK : LOG;
            add(NAMES.get(i), first.growth(8, 20));
        }
        for (var name : NAMES) {
            truths += isCosigned(name, LOG) ? 1 : 0;
            lies += isCosigned(name, FORK) ? 1 : 0;
        }

        assertThat(truths + lies).isEqualTo(3);
        assertThat(truths >= 2 && lies >= 2).isFalse();
    }

    @Test
    void aRestartedWitnessKeepsItsKeysAndItsPromise() throws Exception {
        add("w1", LOG.growth(0, 20));
        var keys = keysOf("w1");
        stop();
        // What a kill in the middle of writing leaves behind.
        var name = CheckpointStore.nameOf(TestLog.ORIGIN);
        Files.writeString(folder.resolve("w1/checkpoints").resolve(name + ".new"), "half a checkp");
        start();

        assertThat(keysOf("w1")).isEqualTo(keys);
        assertThat(add("w1", LOG.growth(0, 30)).body()).isEqualTo("20\n");
        assertThat(add("w1", FORK.growth(20, 30)).statusCode()).isEqualTo(422);
        assertThat(add("w1", LOG.growth(20, 30)).statusCode()).isEqualTo(200);
    }

    @Test
    void aWitnessThatCannotReadItsPromiseMakesNoOther() throws Exception {
        add("w1", LOG.growth(0, 20));
        var file = folder.resolve("w1/checkpoints").resolve(CheckpointStore.nameOf(TestLog.ORIGIN));
        var bytes = Files.readAllBytes(file);
        bytes[TestLog.ORIGIN.length() + 1] ^= 1;
        Files.write(file, bytes);

        assertThat(add("w1", LOG.growth(20, 30)).statusCode()).isEqualTo(500);
        assertThat(add("w1", LOG.growth(0, 30)).statusCode()).isEqualTo(500);
    }

    @Test
    void nobodyElseReadsTheKeysAndNobodyElseRunsTheWitness() throws Exception {
        assertThat(Files.getPosixFilePermissions(folder.resolve("w1/keys"))).hasSize(2);
        assertThatThrownBy(this::start).isInstanceOfAny(IOException.class, IllegalStateException.class);
    }

    private boolean isCosigned(String name, TestLog log) throws Exception {
        var shown = get("/" + name + "/" + CheckpointStore.nameOf(TestLog.ORIGIN) + "/checkpoint")
                .body();
        return Checkpoint.read(Note.read(shown.getBytes(StandardCharsets.UTF_8)).text())
                .root()
                .equals(log.tree().rootAt(20));
    }

    private List<VerifierKey> keysOf(String name) throws Exception {
        return get("/").body()
                .lines()
                .map(VerifierKey::parse)
                .filter(key -> key.name().endsWith(name))
                .toList();
    }

    private static Note signed(long size, Hash root) {
        return new Checkpoint(TestLog.ORIGIN, size, root).signedBy(Instant.EPOCH, LOG.signer());
    }

    private static AddCheckpoint withSignatures(Note.Line... lines) {
        return new AddCheckpoint(
                0,
                List.of(),
                new Note(LOG.checkpoint(5).text(), Stream.of(lines).toList()));
    }

    private HttpResponse<String> add(String name, AddCheckpoint request) throws Exception {
        return post(name, request.bytes());
    }

    private HttpResponse<String> post(String name, byte[] body) throws Exception {
        return send(HttpRequest.newBuilder(uri("/" + name + "/add-checkpoint")).POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(server.url() + path);
    }
}
