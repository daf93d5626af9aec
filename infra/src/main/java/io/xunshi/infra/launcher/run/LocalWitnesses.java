package io.xunshi.infra.launcher.run;

import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.launcher.state.PlatformSecrets;
import io.xunshi.infra.launcher.state.StateFolder;
import io.xunshi.infra.server.JvmOptions;
import io.xunshi.infra.server.ServerPlace;
import io.xunshi.infra.server.Variables;
import io.xunshi.transparency.note.NoteSigner;
import io.xunshi.transparency.note.SignatureType;
import io.xunshi.transparency.note.VerifierKey;
import io.xunshi.witness.WitnessFolder;
import io.xunshi.witness.WitnessProgram;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Those who watch the log, where nobody else does: three witnesses with keys and memories of their own, of which two
 * have to cosign. They share one small process here; in earnest each runs where its authority wants it.
 */
final class LocalWitnesses {

    static final String NAME = "witnesses";

    private static final List<String> JVM_OPTIONS =
            List.of("-Xmx64m", "-XX:+UseSerialGC", JvmOptions.QUICK_COMPILER, "-Dstdout.encoding=UTF-8");

    /** The market regulator, the commerce bureau and the recyclers' association of a city. */
    private static final List<String> LABELS = List.of("market-regulation", "commerce", "recyclers");

    private static final int NEEDED = 2;

    private final String configured;
    private final ServerPlace place;
    private final Path home;
    private final PlatformSecrets secrets;

    LocalWitnesses(Map<String, String> variables, StateFolder state, PlatformSecrets secrets) {
        configured = variables.getOrDefault(Variables.LOG_POLICY, "");
        place = ServerPlace.in(state.path(), NAME, state.port(NAME));
        home = state.home(NAME);
        this.secrets = secrets;
    }

    /** The process, not yet started; none where the environment names a policy. */
    List<Application> application() {
        if (!configured.isBlank()) {
            return List.of();
        }
        writePolicy();
        var arguments = Stream.concat(
                Stream.of("run", String.valueOf(place.port())),
                LABELS.stream().map(label -> folder(label).toString()));
        var program = new JavaProgram(
                home,
                List.of(
                        "-cp",
                        copied(WitnessProgram.class) + File.pathSeparator + copied(VerifierKey.class),
                        WitnessProgram.class.getName()),
                JVM_OPTIONS,
                arguments.toList(),
                Map.of());
        return List.of(new Application(NAME, program, place, "/"));
    }

    /** The variable by which the log finds its witnesses. */
    Map<String, String> environment() {
        return Map.of(Variables.LOG_POLICY, configured.isBlank() ? policyFile().toString() : configured);
    }

    /** Makes what is missing of the witnesses, and writes down where they are this time. */
    private void writePolicy() {
        var policy = new StringBuilder();
        for (String label : LABELS) {
            var key = WitnessFolder.create(folder(label), "witness.localhost/" + label, logKeys())
                    .key();
            policy.append("witness %s %s http://127.0.0.1:%d/%s\n".formatted(label, key, place.port(), label));
        }
        policy.append("group city %d %s\nquorum city\n".formatted(NEEDED, String.join(" ", LABELS)));
        try {
            Files.writeString(policyFile(), policy);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + policyFile(), e);
        }
    }

    /** The jar of a class, where a build does not change it while it runs. */
    private Path copied(Class<?> type) {
        try {
            var jar = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            var copy = home.resolve(jar.getFileName());
            if (Files.isDirectory(jar)) {
                return jar;
            }
            if (!Files.exists(copy) || Files.mismatch(jar, copy) >= 0) {
                Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return copy;
        } catch (IOException | URISyntaxException e) {
            throw new LauncherFailure("Cannot copy the witness's program: " + e.getMessage());
        }
    }

    private List<VerifierKey> logKeys() {
        return List.of(
                key(SignatureType.ED25519, secrets.logSigningKey()),
                key(SignatureType.ML_DSA_44_COSIGNATURE, secrets.logMlDsaKey()));
    }

    private VerifierKey key(SignatureType type, String seed) {
        return NoteSigner.of(secrets.logOrigin(), type, Base64.getDecoder().decode(seed))
                .verifier();
    }

    private Path folder(String label) {
        return place.data().resolve(label);
    }

    private Path policyFile() {
        return place.data().resolve("policy");
    }
}
