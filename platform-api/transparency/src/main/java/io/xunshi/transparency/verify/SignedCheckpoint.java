package io.xunshi.transparency.verify;

import io.xunshi.transparency.note.VerifierKey;
import io.xunshi.transparency.witness.TrustPolicy;
import io.xunshi.transparency.witness.TrustPolicy.Accepted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The checkpoint that a log shows, by the word of those who signed and cosigned it. */
public final class SignedCheckpoint {
    private SignedCheckpoint() {}

    /**
     * Reads it.
     *
     * @param known whom to believe, learnt elsewhere; null to believe whom the log names
     * @throws IOException where a file cannot be had
     * @throws VerificationFailure where not all have signed who should have
     */
    public static Accepted read(LogSource source, @Nullable TrustPolicy known) throws IOException, VerificationFailure {
        var policy = known == null ? policyOf(source) : known;
        return CheckpointVerification.accepted(policy, source.read("log/checkpoint"));
    }

    /** What the log says of itself has to agree with it. */
    private static TrustPolicy policyOf(LogSource source) throws IOException, VerificationFailure {
        try {
            var policy = TrustPolicy.read(source.read("log/policy"));
            var key = new String(source.read("log/key"), StandardCharsets.UTF_8);
            if (!policy.logs().contains(VerifierKey.parse(key))) {
                throw new VerificationFailure("The log's key is not in its own policy");
            }
            return policy;
        } catch (IllegalArgumentException e) {
            throw new VerificationFailure("The log's key or policy is not sound: " + e.getMessage());
        }
    }
}
