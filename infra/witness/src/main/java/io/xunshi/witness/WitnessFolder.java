package io.xunshi.witness;

import io.xunshi.transparency.note.NoteSigner;
import io.xunshi.transparency.note.SignatureType;
import io.xunshi.transparency.note.VerifierKey;
import io.xunshi.transparency.witness.TrustPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * All that a witness has: <code>name</code>, <code>keys</code> (two seeds in Base64, readable by the owner only),
 * <code>
 * logs</code> (a C2SP tlog-policy whose <code>log</code> lines are the keys that it trusts) and <code>checkpoints
 * </code> .
 */
public final class WitnessFolder {
    private static final int SEED_BYTES = 32;

    private final Path path;

    public WitnessFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes what is missing: name and keys stay as they are, once made.
     *
     * @param name of the witness's keys, a URL without a scheme
     * @param logs the keys of the logs that it watches
     */
    public static WitnessFolder create(Path path, String name, List<VerifierKey> logs) {
        var folder = new WitnessFolder(path);
        var policy = new StringBuilder();
        logs.forEach(key -> policy.append("log ").append(key.text()).append('\n'));
        try {
            Files.createDirectories(folder.checkpoints());
            writeOnce(path.resolve("name"), name);
            writeOnce(path.resolve("keys"), seed() + "\n" + seed() + "\n");
            Files.writeString(path.resolve("logs"), policy.append(TrustPolicy.NO_WITNESSES));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the witness in " + path, e);
        }
    }

    /** The key of its Ed25519 cosignatures. */
    public VerifierKey key() {
        return signers().getFirst().verifier();
    }

    /** By which the witness is found in the address of its server. */
    String label() {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** The file that a running witness holds, so that no second one promises something else. */
    Path lock() {
        return path.resolve("lock");
    }

    /** One for Ed25519, one for ML-DSA-44. */
    List<NoteSigner> signers() {
        var seeds = lines("keys").stream().map(Base64.getDecoder()::decode).toList();
        if (seeds.size() != 2) {
            throw new IllegalArgumentException(path.resolve("keys") + " has not two seeds");
        }
        var name = lines("name").getFirst();
        return List.of(
                NoteSigner.of(name, SignatureType.ED25519_COSIGNATURE, seeds.getFirst()),
                NoteSigner.of(name, SignatureType.ML_DSA_44_COSIGNATURE, seeds.getLast()));
    }

    /** @throws IllegalArgumentException where the file is no policy */
    List<VerifierKey> logs() {
        return TrustPolicy.read(String.join("\n", lines("logs"))).logs();
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(path.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path.resolve(file), e);
        }
    }

    /** Whole or not at all: a witness that lost half of its keys would never start again. */
    private static void writeOnce(Path file, String content) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        var fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                ".new",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, content, StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String seed() {
        var seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        return Base64.getEncoder().encodeToString(seed);
    }
}
