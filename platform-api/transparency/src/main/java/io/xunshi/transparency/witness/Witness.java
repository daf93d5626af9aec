package io.xunshi.transparency.witness;

import io.xunshi.transparency.note.VerifierKey;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Who watches logs grow and cosigns what it saw.
 *
 * @param name by which a policy speaks of it
 * @param url under which it takes checkpoints; null where a policy only verifies
 */
public record Witness(
        String name, VerifierKey key, @Nullable URI url) {
    public Witness {
        if (!key.type().isTimestamped()) {
            throw new IllegalArgumentException("No key for cosignatures: " + key.name());
        }
    }
}
