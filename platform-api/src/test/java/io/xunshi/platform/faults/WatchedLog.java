package io.xunshi.platform.faults;

import io.xunshi.platform.trace.usecase.Watchers;
import io.xunshi.transparency.note.NoteSigner;
import io.xunshi.transparency.note.SignatureType;
import io.xunshi.transparency.note.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Three real witnesses of the log of one server under test, each behind a line of its own. */
final class WatchedLog {
    private static final String ORIGIN = "watched.example/log";
    private static final byte[] SEED = new byte[32];

    private final List<Line> lines;
    private final String policy;

    WatchedLog() {
        try {
            var watchers = new Watchers(
                    Files.createTempDirectory(Path.of("target"), "witnesses"),
                    List.of(key(SignatureType.ED25519), key(SignatureType.ML_DSA_44_COSIGNATURE)));
            lines = Stream.of("w1", "w2", "w3")
                    .map(name -> watched(watchers, name))
                    .toList();
            policy = watchers.policy(2).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Line> lines() {
        return lines;
    }

    /** What the server under test has to be told: whose log it keeps, and who watches it. */
    Map<String, Object> properties() {
        return Map.of(
                "xunshi.log.origin",
                ORIGIN,
                "xunshi.log.signing-key",
                Base64.getEncoder().encodeToString(SEED),
                "xunshi.log.ml-dsa-key",
                Base64.getEncoder().encodeToString(SEED),
                "xunshi.log.policy",
                policy);
    }

    private static Line watched(Watchers watchers, String name) {
        var witness = watchers.sound(name);
        var line = Line.to(witness.getHost(), witness.getPort());
        watchers.watched(name, URI.create(Lines.Laid.through(line, witness)));
        return line;
    }

    private static VerifierKey key(SignatureType type) {
        return NoteSigner.of(ORIGIN, type, SEED).verifier();
    }
}
