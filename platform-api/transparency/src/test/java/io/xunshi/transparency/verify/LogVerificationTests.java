package io.xunshi.transparency.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.transparency.witness.TrustPolicy;
import java.io.FileNotFoundException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogVerificationTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 700})
    void aSoundLogIsFoundSound(int size) throws Exception {
        var report = verify(Logs.filesOf(Logs.records(size, 1)));

        assertThat(report.checkpoint().size()).isEqualTo(size);
    }

    /** Every file, a random bit of it: whatever an operator changes is found. */
    @Test
    void whateverIsChangedIsFound() {
        var random = new Random(20261123);
        var sound = Logs.filesOf(Logs.records(300, 2));
        for (var path : sound.keySet()) {
            for (int round = 0; round < 20; round++) {
                var files = new HashMap<>(sound);
                var file = Objects.requireNonNull(files.get(path)).clone();
                file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
                files.put(path, file);
                assertThatThrownBy(() -> verify(files))
                        .as(path)
                        .isInstanceOfAny(VerificationFailure.class, FileNotFoundException.class);
            }
        }
    }

    /** Every bit of the files that say who signed what. */
    @ParameterizedTest
    @ValueSource(strings = {"log/key", "log/policy", "log/checkpoint"})
    void whoeverElseIsSaidToHaveSignedIsFound(String path) {
        var sound = Logs.filesOf(Logs.records(3, 2));
        var bytes = Objects.requireNonNull(sound.get(path));
        for (int bit = 0; bit < bytes.length * 8; bit += bytes.length > 2000 ? 61 : 1) {
            var changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            sound.put(path, changed);
            assertThatThrownBy(() -> verify(sound)).as("%s, bit %d", path, bit).isInstanceOf(VerificationFailure.class);
        }
    }

    @Test
    void everyFlippedBitOfAProofIsFound() throws Exception {
        var proofs = new ProofVerification(TrustPolicy.read(Logs.policy()));
        var sound = Logs.proof(300, 42);
        assertThat(proofs.verify(sound).index()).isEqualTo(42);
        for (int bit = 0; bit < sound.length * 8; bit += 61) {
            var changed = sound.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> proofs.verify(changed)).as("bit %d", bit).isInstanceOf(VerificationFailure.class);
        }
    }

    @Test
    void aRecordThatWasLeftOutIsFound() {
        var files = Logs.filesOf(Logs.records(300, 3));
        var shorter = Logs.filesOf(Logs.records(299, 3));
        files.put("log/tile/entries/001.p/44", shorter.get("log/tile/entries/001.p/43"));

        assertThatThrownBy(() -> verify(files)).isInstanceOf(VerificationFailure.class);
    }

    @Test
    void figuresOfAnotherLogAreFound() {
        var files = Logs.filesOf(Logs.records(300, 4));
        files.put(
                "api/v1/statistics/figures?size=300",
                Logs.filesOf(Logs.records(300, 5)).get("api/v1/statistics/figures?size=300"));

        assertThatThrownBy(() -> verify(files))
                .isInstanceOf(VerificationFailure.class)
                .hasMessageContaining("figures");
    }

    private static LogVerification.Report verify(Map<String, byte[]> files) throws Exception {
        return new LogVerification(path -> {
                    var file = files.get(path);
                    if (file == null) {
                        throw new FileNotFoundException(path);
                    }
                    return file;
                })
                .verify();
    }
}
