package io.xunshi.platform.purpose.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.purpose.PurposeKind;
import io.xunshi.platform.purpose.PurposeProblem;
import io.xunshi.transparency.record.CanonicalJson;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an officer declared to look at personal data for (查阅目的). Never changed but ended early.
 *
 * @param role in which the officer acts; officers of the same one review the looks
 * @param caseNumber of a case; empty for a duty without one
 * @param reason in the officer's words
 * @param untoldUntil until when the people seen are not told; null where nothing forbids it
 * @param endedAt when the officer ended it early; null where they did not
 */
public record Purpose(
        UUID id,
        AccountId officer,
        Role role,
        PurposeKind kind,
        String caseNumber,
        String reason,
        @Nullable Instant untoldUntil,
        Instant declaredAt,
        Instant validUntil,
        @Nullable Instant endedAt) {
    /** Nobody needs a purpose longer than a working day without naming it again. */
    public static final int HOURS_MOST = 12;

    /** Then the person is told, unless the case is declared anew. */
    private static final Duration UNTOLD_MOST = Duration.ofDays(183);

    /**
     * Checks what an officer declares. Raises {@link PurposeProblem#CASE_NUMBER_NEEDED} and
     * {@link PurposeProblem#CANNOT_BE_SILENT}.
     */
    public Purpose checked() {
        if (kind.isCase() && caseNumber.isEmpty()) {
            throw PurposeProblem.CASE_NUMBER_NEEDED.raise();
        }
        if (untoldUntil != null && !canBeUntold(untoldUntil)) {
            throw PurposeProblem.CANNOT_BE_SILENT.raise(UNTOLD_MOST.toDays());
        }
        return this;
    }

    private boolean canBeUntold(Instant until) {
        return kind.isCase() && until.isAfter(declaredAt) && !until.isAfter(declaredAt.plus(UNTOLD_MOST));
    }

    /** Whether it covers a look at that moment; the last moment itself is not covered. */
    public boolean covers(Instant moment) {
        return endedAt == null && !moment.isBefore(declaredAt) && moment.isBefore(validUntil);
    }

    /** SHA-256 of what was declared, hexadecimal: it cannot be another one afterwards. */
    public String statementHash() {
        var said = Map.of(
                "id", id.toString(),
                "officer", officer.toString(),
                "kind", kind.name(),
                "caseNumber", caseNumber,
                "reason", reason,
                "untoldUntil", untoldUntil == null ? "" : untoldUntil.toString(),
                "declaredAt", declaredAt.toString(),
                "validUntil", validUntil.toString());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CanonicalJson.write(said)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
