package io.xunshi.transparency.verify;

import io.xunshi.transparency.note.Note;
import io.xunshi.transparency.witness.TrustPolicy;
import io.xunshi.transparency.witness.TrustPolicy.Accepted;

/** Checks who signed a checkpoint. */
final class CheckpointVerification {
    private CheckpointVerification() {}

    /** More than the policy asks for: a log that has two keys signs with both. */
    static Accepted accepted(TrustPolicy policy, byte[] file) throws VerificationFailure {
        try {
            return accepted(policy, Note.read(file));
        } catch (IllegalArgumentException e) {
            throw new VerificationFailure("The checkpoint is not sound: " + e.getMessage());
        }
    }

    /** @throws IllegalArgumentException where the policy does not accept the note */
    static Accepted accepted(TrustPolicy policy, Note note) throws VerificationFailure {
        var accepted = policy.accept(note);
        var origin = accepted.checkpoint().origin();
        var isSignedByAll =
                policy.logs().stream().filter(key -> key.name().equals(origin)).allMatch(accepted.signedBy()::contains);
        if (!isSignedByAll) {
            throw new VerificationFailure("The checkpoint is not signed by all keys of " + origin);
        }
        return accepted;
    }
}
