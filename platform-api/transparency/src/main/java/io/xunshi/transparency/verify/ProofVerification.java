package io.xunshi.transparency.verify;

import io.xunshi.transparency.note.TlogProof;
import io.xunshi.transparency.record.TradeRecord;
import io.xunshi.transparency.witness.TrustPolicy;
import io.xunshi.transparency.witness.TrustPolicy.Accepted;

/** Checks one <code>.tlog-proof</code> of ours, which carries its record, without asking anybody. */
public final class ProofVerification {
    private final TrustPolicy known;

    /** @param known whom to believe */
    public ProofVerification(TrustPolicy known) {
        this.known = known;
    }

    /**
     * What the file proves.
     *
     * @throws VerificationFailure where it proves nothing
     */
    public Report verify(byte[] file) throws VerificationFailure {
        try {
            var proof = TlogProof.read(file);
            var accepted = CheckpointVerification.accepted(known, proof.checkpoint());
            if (!proof.proves(proof.extra())) {
                throw new VerificationFailure("The record that the proof carries is not in the log");
            }
            return new Report(accepted, proof.index(), TradeRecord.read(proof.extra()));
        } catch (IllegalArgumentException e) {
            throw new VerificationFailure("The proof is not sound: " + e.getMessage());
        }
    }

    /** @param index of the record in the log */
    public record Report(Accepted accepted, long index, TradeRecord record) {}
}
