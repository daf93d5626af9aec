package io.xunshi.platform.purpose.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.purpose.Sight;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That something of a person was shown (查阅记录).
 *
 * @param person whose; null where it is nobody's with an account
 * @param review null while nobody has reviewed it
 */
public record Look(
        UUID id,
        Purpose purpose,
        Sight sight,
        @Nullable UUID thing,
        @Nullable AccountId person,
        Instant at,
        @Nullable Review review) {

    /** What a second officer of the same authority found. */
    public record Review(AccountId reviewer, Verdict verdict, String words, Instant at) {}

    /** Whether the look was within its purpose. */
    public enum Verdict {
        /** 合规 */
        JUSTIFIED,
        /** 存疑: the authority has to follow it up. */
        QUESTIONED
    }
}
