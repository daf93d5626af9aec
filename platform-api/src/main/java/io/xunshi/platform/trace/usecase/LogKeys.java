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
import org.springframework.stereotype.Component;

/** By which the log is known: its two keys, and the policy that names them and the witnesses of the log. */
@Component
public class LogKeys {
    private final NoteSigner ed25519;
    private final NoteSigner mlDsa44;
    private final TrustPolicy policy;

    LogKeys(TraceSettings settings) {
        ed25519 = NoteSigner.of(settings.origin(), SignatureType.ED25519, settings.signingKeyBytes());
        mlDsa44 = NoteSigner.of(settings.origin(), SignatureType.ML_DSA_44_COSIGNATURE, settings.mlDsaKeyBytes());
        policy = TrustPolicy.read("log %s\nlog %s\n%s"
                .formatted(ed25519.verifier().text(), mlDsa44.verifier().text(), witnessLines(settings.policy())));
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

    /** The checkpoint of a size, signed by both keys. */
    Note sign(long size, Hash root, Instant at) {
        return new Checkpoint(ed25519.verifier().name(), size, root).signedBy(at, ed25519, mlDsa44);
    }

    private static String witnessLines(String file) {
        try {
            return file.isBlank() ? TrustPolicy.NO_WITNESSES : Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read xunshi.log.policy", e);
        }
    }
}
