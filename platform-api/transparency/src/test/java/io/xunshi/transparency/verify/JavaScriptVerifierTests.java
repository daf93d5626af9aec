package io.xunshi.transparency.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The verifier that strangers read, on logs of ours: another program in another language, which shares no code with
 * what made them.
 */
class JavaScriptVerifierTests {
    private static final Path VERIFIER = Path.of("../../docs/verifier/verify.mjs");
    private static final int LINES_MAX = 300;
    private static final int RECORDS = 600;

    @TempDir
    private Path folder;

    @BeforeEach
    void publish() throws IOException {
        for (var file : Logs.site(RECORDS).entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.write(path, file.getValue());
        }
    }

    @Test
    void itIsReadInOneSitting() throws IOException {
        assertThat(Files.readAllLines(VERIFIER))
                .hasSizeLessThan(LINES_MAX)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
    }

    @Test
    void itFindsASoundLogSoundAndAnotherNot() throws Exception {
        var sound = node(VERIFIER.toString(), folder.toString());
        Files.writeString(folder.resolve("log/tile/1/000.p/2"), "another");
        var forged = node(VERIFIER.toString(), folder.toString());

        assertThat(sound.said).contains("The log of xunshi.example/log is sound.", RECORDS + " records");
        assertThat(sound.status).isZero();
        assertThat(forged.said).contains("NOT sound: tile 1/0");
        assertThat(forged.status).isEqualTo(1);
        assertThat(node(VERIFIER.toString(), folder.resolve("none").toString()).status)
                .isEqualTo(2);
    }

    @Test
    void itChecksOneReceiptByAPolicy() throws Exception {
        var proof = Files.write(folder.resolve("D-42.tlog-proof"), Logs.proof(RECORDS, 42));
        var policy = Files.writeString(folder.resolve("policy"), Logs.policy());

        var checked = node(VERIFIER.toString(), "--policy", policy.toString(), proof.toString());

        assertThat(checked.said).contains("42: {", "D000-0000-0042-0", "witness.example/1", "witness.example/2");
        assertThat(checked.status).isZero();
        assertThat(node(VERIFIER.toString(), proof.toString()).status).isEqualTo(2);
    }

    @Test
    void itSaysThatItCannotTellWhereANeededWitnessHasAKeyThatThisNodeDoesNotKnow() throws Exception {
        var policy = Files.writeString(folder.resolve("policy"), Logs.policyOfAWitnessWithMlDsa());

        var checked = node(VERIFIER.toString(), "--policy", policy.toString(), folder.toString());

        assertThat(checked.status).as(checked.said).isEqualTo(knowsMlDsa() ? 1 : 2);
    }

    @Test
    void itFindsEveryFlippedBit() throws Exception {
        var proof = Files.write(folder.resolve("D-42.tlog-proof"), Logs.proof(RECORDS, 42));
        var flips = Path.of(
                Objects.requireNonNull(getClass().getResource("flips.mjs")).toURI());

        var run = node(flips.toString(), VERIFIER.toString(), folder.toString(), proof.toString());

        assertThat(run.said).contains("changes were found");
        assertThat(run.status).isZero();
    }

    private static boolean knowsMlDsa() throws IOException, InterruptedException {
        return node("-e", "require('crypto').generateKeyPairSync('ml-dsa-44')").status == 0;
    }

    private static Run node(String... words) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of("node"));
        line.addAll(List.of(words));
        var process = new ProcessBuilder(line).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }

    private record Run(int status, String said) {}
}
