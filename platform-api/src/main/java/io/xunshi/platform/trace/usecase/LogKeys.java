package io.xunshi.platform.trace.usecase;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.note.Note;
import io.xunshi.transparency.note.NoteSigner;
import io.xunshi.transparency.note.SignatureType;
import io.xunshi.transparency.witness.TrustPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** By which the log is known: its keys, and the policy that names them and the witnesses of the log. */
@Component
public class LogKeys {
    private final NoteSigner ed25519;

    /** Both keys of the log, or the one that it has. */
    private final List<NoteSigner> signers;

    private final TrustPolicy policy;

    LogKeys(TraceSettings settings) {
        ed25519 = NoteSigner.of(settings.origin(), SignatureType.ED25519, settings.signingKeyBytes());
        signers = settings.mlDsaKey().isBlank()
                ? List.of(ed25519)
                : List.of(
                        ed25519,
                        NoteSigner.of(
                                settings.origin(), SignatureType.ML_DSA_44_COSIGNATURE, settings.mlDsaKeyBytes()));
        policy = TrustPolicy.read(signers.stream()
                        .map(signer -> "log " + signer.verifier().text() + "\n")
                        .collect(Collectors.joining())
                + witnessLines(settings.policy()));
        if (policy.witnesses().stream().anyMatch(witness -> witness.url() == null)) {
            throw new IllegalArgumentException("xunshi.log.policy names a witness without its address");
        }
    }

    /** The key that every verifier can check. */
    public String verifierKey() {
        return ed25519.verifier().text();
    }

    /** Whom to believe about this log, as anybody may read it. */
    public TrustPolicy policy() {
        return policy;
    }

    /** The checkpoint of a size, signed by all keys of the log. */
    Note sign(long size, Hash root, Instant at) {
        return new Checkpoint(ed25519.verifier().name(), size, root).signedBy(at, signers.toArray(NoteSigner[]::new));
    }

    /** Whether whoever goes by the {@link #policy} as it is now believes a note, each key of the log included. */
    boolean areSatisfiedBy(Note note) {
        try {
            return policy.accept(note).signedBy().size() == signers.size();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String witnessLines(String file) {
        try {
            return file.isBlank() ? TrustPolicy.NO_WITNESSES : Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read xunshi.log.policy", e);
        }
    }
}
