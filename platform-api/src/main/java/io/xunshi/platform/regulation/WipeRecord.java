package io.xunshi.platform.regulation;

import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A data-wipe record (数据清除记录): what the seller declared and what a consignment point found.
 *
 * @param code read out at the point, <code>W…</code>
 * @param verification null until a point has looked
 */
public record WipeRecord(
        String code,
        UUID itemId,
        AccountId owner,
        WipeDeclaration declaration,
        Instant declaredAt,
        @Nullable Verification verification) {

    public boolean isVerified() {
        return verification != null && verification.result() == Result.PASSED;
    }

    /**
     * @param remark what the verifier wrote; may be empty
     * @param certificateSha256 of the canonical form of record and verification, hexadecimal
     */
    public record Verification(
            Result result, AccountId verifier, Instant at, String remark, String certificateSha256) {}

    /** What a sample of the medium showed. */
    public enum Result {
        /** Nothing could be read. */
        PASSED,
        /** Data were left. */
        FAILED
    }
}
